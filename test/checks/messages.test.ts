import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/check.js';
import { Cube } from '../../src/model/cube.js';
import checks from '../../src/report/messages/checks.yaml';
import { readMessageTables } from '../../src/report/messages/message-table.js';
import { fillMessage } from '../../src/report/messages/template.js';
import { cleanReturn, refAreas, tableOf } from './clean-return.js';
import { cubeOf, postal } from './sample-cube.js';

const table = readMessageTables({ checks });

describe('what a finding says', () => {
  it('leaves no argument unfilled, in either language', () => {
    const spoilt = cleanReturn(1).map((o, i) =>
      i % 97 === 5
        ? { ...o, obsValue: { digits: -(o.obsValue?.digits ?? 0n) * 3n, decimals: o.obsValue?.decimals ?? 0 } }
        : o,
    );
    const findings = [
      ...check(new Cube(tableOf(spoilt.filter((o) => o.refArea !== '130400'))), { catalogue: postal, refAreas }),
      ...check(cubeOf('河北省 2024年 快递业务量 1.0亿件\n河北省 2024年 快递业务量 1.5亿件'), {
        catalogue: postal,
        refAreas,
      }),
    ];
    expect(new Set(findings.map((f) => f.code)).size).toBeGreaterThan(7);
    for (const { code, args } of findings)
      for (const lang of ['zh', 'en'] as const) {
        const message = table.get(code);
        const text =
          fillMessage(message?.[lang] ?? '{none}', args, lang) + fillMessage(message?.help?.[lang] ?? '', args, lang);
        expect([code, text]).toEqual([code, expect.not.stringMatching(/[{}]/u)]);
      }
  });

  it('reads as a statistician would write it', () => {
    const [finding] = check(cubeOf('河北省 2024年1-3月 快递业务量 9.0亿件\n河北省 2024年1-6月 快递业务量 8.0亿件'), {
      catalogue: postal,
      refAreas,
    });
    expect(fillMessage(table.get(finding!.code)!.zh, finding!.args, 'zh')).toBe(
      '河北省2024年上半年快递业务量：累计8亿件，小于此前的累计9亿件，少1（超出修约误差0.1）',
    );
  });
});
