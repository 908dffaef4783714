import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { formSchema } from '../../src/catalogue/form.js';
import { readReturn } from '../../src/ingest/read-return.js';
import type { ReturnReading } from '../../src/ingest/reading.js';
import { type ByteSource, bytesInMemory } from '../../src/model/byte-source.js';
import { codesOf, encode, linesOf, refAreas } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

/** The same bytes in pieces of any length, through one buffer that is written over, as a file's are. */
function inPieces(bytes: Uint8Array, lengths: readonly number[]): ByteSource {
  return {
    ...bytesInMemory('in/return.csv', bytes),
    async *stream() {
      const buffer = new Uint8Array(Math.max(1, ...lengths));
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const piece = bytes.subarray(at, at + Math.max(1, lengths[i % lengths.length]!));
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
        at += piece.length;
      }
    },
  };
}

/** All that a reading says and delivers, the numbers of names included. */
function everything({ table, file: _, ...reading }: ReturnReading) {
  const { length } = table;
  return {
    ...reading,
    observations: [...table],
    large: Array.from({ length }, (_, i) => table.valueAt(i)?.digits),
    names: [table.indicators.texts(), table.refAreas.texts(), table.units.texts(), table.sourceCount],
    ids: [table.indicator, table.refArea, table.unit].map((column) => [...column.subarray(0, length)]),
  };
}

const names = {
  period: ['2024年', '2024-03', '2024年1-9月', ' 2024-03 ', '２０２４-０３', '2024/13', '', '2023年末'],
  region: ['河北', '130000', '河北省', '某地', '朝阳', ' 山西', '', '天津市\u3000'],
  indicator: ['快递业务量', 'express-volume', '快递业务收入', '快递业务置', '某指标', ''],
  unit: ['亿件', '万件', '亿元', '%', '', ' 亿件'],
  figure: [
    '1',
    '12.50',
    '-3.0',
    '0.0',
    '',
    ' ',
    '…',
    '1,234.5',
    '１２．５',
    '12abc',
    '-',
    '.5',
    '5.',
    '1e5',
    '12%',
    '1'.repeat(15),
    '9'.repeat(17),
    '00.10',
    '--1',
    '+7',
    '3①',
    '1\u0000',
  ],
  note: ['', '备注', 'x', '注①', '，'],
};
type Kind = keyof typeof names;

const layouts: readonly { readonly header: string; readonly kinds: readonly Kind[] }[] = [
  { header: '时期,地区,指标,单位,数值', kinds: ['period', 'region', 'indicator', 'unit', 'figure'] },
  {
    header: 'value,unit,备注,indicator,region,period',
    kinds: ['figure', 'unit', 'note', 'indicator', 'region', 'period'],
  },
  {
    header: 'period,code,region,indicator,unit,month,quarter,ytd,plan,month-yoy,ytd-yoy',
    kinds: [
      'period',
      'note',
      'region',
      'indicator',
      'unit',
      'figure',
      'figure',
      'figure',
      'figure',
      'figure',
      'figure',
    ],
  },
  {
    header: '时期,地区,指标,累计,同比,上年同期,排名,',
    kinds: ['period', 'region', 'indicator', 'figure', 'figure', 'figure', 'figure'],
  },
  {
    header: 'region,note,period,indicator,unit,remark,value',
    kinds: ['region', 'note', 'period', 'indicator', 'unit', 'note', 'figure'],
  },
  { header: '统计月份,指标,本期数,增幅', kinds: ['period', 'indicator', 'figure', 'figure'] },
];
const form = formSchema.parse({
  id: 'bulletin',
  files: ['*.csv'],
  layout: {
    kind: 'tidy',
    columns: { 统计月份: 'period', 本期数: 'value', 增幅: 'yoy' },
    constants: { region: '全国', unit: '亿件', accumulation: 'year-to-date', status: 'P' },
  },
});

/** Rows that repeat each other, as those of a tidy file do, with what people do to them. */
const file = fc.integer({ min: 0, max: layouts.length - 1 }).chain((which) => {
  const { header, kinds } = layouts[which]!;
  const field = (kind: Kind) => {
    const few = fc.constantFrom(...names[kind].slice(0, 3));
    return fc.oneof({ weight: 8, arbitrary: few }, { weight: 1, arbitrary: fc.constantFrom(...names[kind]) });
  };
  const row = fc.tuple(...kinds.map(field)).map((fields) => fields.join(','));
  const line = fc.oneof(
    { weight: 20, arbitrary: row },
    { weight: 1, arbitrary: row.map((r) => `${r},`) },
    { weight: 1, arbitrary: row.map((r) => `${r},,x`) },
    { weight: 1, arbitrary: fc.constantFrom('', ',,,,', '2024年,河北', ' ', '\u3000') },
  );
  const quoted = fc.constantFrom(
    '',
    '',
    '',
    `"2024年"${','.repeat(kinds.length - 1)}`,
    kinds.map(() => '"1"').join(','),
    'x,"',
    '"2024年\n3月"',
  );
  const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
  const lines = fc.array(fc.tuple(line, end), { maxLength: 40 });
  return fc
    .record({
      above: fc.constantFrom('', '', '某表\n', '\n\n'),
      head: end,
      lines,
      quoted,
      more: lines,
      last: fc.boolean(),
    })
    .map(({ above, head, lines: first, quoted: quote, more, last }) => {
      const all = [[header, head], ...first, ...(quote === '' ? [] : [[quote, '\n'], ...more])];
      const text = above + all.map((pair) => pair.join('')).join('');
      return { text: last ? text : text.replace(/(?:\r\n|\n|\r)$/, ''), declared: which === layouts.length - 1 };
    });
});

describe('the fast road of tidy files', () => {
  const compare = async (bytes: Uint8Array, lengths: readonly number[], declared: boolean) => {
    const context = { refAreas, catalogue, ...(declared ? { forms: [form] } : {}) };
    const general = await readReturn(bytesInMemory('in/return.csv', bytes), { ...context, fastRoad: false });
    const fast = await readReturn(inPieces(bytes, lengths), context);
    expect(everything(fast)).toEqual(everything(general));
  };
  const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });

  it('finds and delivers what the general road does, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, lengths, fc.constantFrom('', '\ufeff'), async ({ text, declared }, cuts, bom) => {
        await compare(encode(bom + text), cuts, declared);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves other encodings and damaged bytes to the general road', async () => {
    const damage = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0x80, max: 0xff })), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        file,
        lengths,
        fc.constantFrom('utf8', 'utf8', 'gb18030', 'utf16-le'),
        damage,
        async ({ text, declared }, cuts, encoding, spots) => {
          const bytes = encode((encoding === 'utf16-le' ? '\ufeff' : '') + text, encoding);
          for (const [at, byte] of spots) bytes[at % bytes.length] = byte;
          await compare(bytes, cuts, declared);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads the same over every cut of one file into two', async () => {
    const text =
      '\ufeff时期,地区,指标,单位,数值\r\n2024年,河北,快递业务量,亿件,95.4\r\r\n2024年,河北,快递业务量,亿件,95.4\n2024年,河北,快递业务量,亿件,１';
    const bytes = encode(text.repeat(2));
    for (let at = 1; at < bytes.length; at++) await compare(bytes, [at, bytes.length], false);
  });

  it('reads a file of many pieces: cycles of names, a new name, a quote, a damaged byte', async () => {
    const rows = (n: number, from = 0) =>
      Array.from({ length: n }, (_, i) => {
        const k = i + from;
        const period = `${2015 + Math.floor(k / 1200)}-${String((Math.floor(k / 100) % 12) + 1).padStart(2, '0')}`;
        return `${period},${130000 + (Math.floor(k / 5) % 20)},c${k % 17},指标${k % 5},亿元,${k % 97}.${k % 10}`;
      }).join('\n');
    const header = 'period,region,code,indicator,unit,value\n';
    for (const middle of ['', '\n2015-01,新,"x",指标1,亿元,1', '\n2015-01,新,x,指标1,亿元,１']) {
      const bytes = encode(`${header}${rows(6000)}${middle}\n${rows(6000, 6000)}\n`);
      await compare(bytes, [1 << 14], false);
      bytes[bytes.length - 100] = 0xff;
      await compare(bytes, [1 << 14], false);
    }
  });

  it('keeps nothing of a file that is broken or damaged far below', async () => {
    const good = `时期,地区,指标,单位,数值\n${'2024年,河北,快递业务量,亿件,95.4\n'.repeat(5000)}`;
    for (const [bad, code] of [
      ['2024年,河北,快递业务量,亿件,"95.4\n', 'csv-broken'],
      ['\u0000', 'encoding-damaged'],
    ] as const) {
      const bytes = encode(`${good}${bad}`);
      if (bad === '\u0000') bytes[bytes.length - 1] = 0xff;
      const reading = await readReturn(inPieces(bytes, [50_000]), { refAreas, catalogue });
      expect(codesOf(reading)).toEqual([code]);
      expect(linesOf(reading)).toEqual([]);
      expect(reading.table.refAreas.size).toBe(0);
    }
  });
});
