// `npm run bench -- xlsx [--runs N] [--json]`: reading a workbook of 1.1 million cells, `tianshu inspect` as a whole process beside
// @e965/xlsx, which reads into dense arrays and understands nothing. Ratios of cpu and of peak memory, paired within a round.
//   tidy   one sheet, one figure a row
//   wide   twelve sheets, regions by indicators
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { costOf } from './child-cost.mjs';
import { median } from './median.mjs';
import { writeTidyWorkbook, writeWideWorkbook } from './workbooks.mjs';

const root = resolve(import.meta.dirname, '../..');
const READ = `
const XLSX = require(${JSON.stringify(join(root, 'node_modules/@e965/xlsx'))});
XLSX.readFile(process.argv[1], { dense: true });`;

export async function benchWorkbooks({ runs, say, json }) {
  const folder = mkdtempSync(join(tmpdir(), 'tianshu-bench-'));
  const results = [];
  try {
    for (const [shape, write] of [
      ['tidy', writeTidyWorkbook],
      ['wide', writeWideWorkbook],
    ]) {
      const file = join(folder, `${shape}.xlsx`);
      const cells = await write(file);
      const rounds = Array.from({ length: runs }, () => ({
        own: costOf([process.execPath, join(root, 'bin/tianshu.js'), 'inspect', file]),
        other: costOf([process.execPath, '-e', READ, file]),
      }));
      const failed = rounds.map(({ own, other }) => own.error ?? other.error).find(Boolean);
      const ratio = (of) => median(rounds.map(({ own, other }) => of(own) / of(other)));
      const middle = (of) => ({
        own: median(rounds.map(({ own }) => of(own))),
        other: median(rounds.map(({ other }) => of(other))),
      });
      const [cpu, peak] = [(cost) => cost.cpu, (cost) => cost.peak];
      results.push({
        shape,
        cells,
        cpu: { ...middle(cpu), ratio: ratio(cpu) },
        ...(rounds[0].own.peak ? { peak: { ...middle(peak), ratio: ratio(peak) } } : {}),
        ...(failed ? { failed } : {}),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (json) process.stdout.write(`${JSON.stringify({ runs, results }, null, 2)}\n`);
  else for (const result of results) say(line(result));
  return results.some(({ failed }) => failed) ? 1 : 0;
}

const line = ({ shape, cells, cpu, peak, failed }) =>
  failed ??
  [
    `${shape}, ${cells} cells`,
    `cpu s ${cpu.own.toFixed(2)} ÷ ${cpu.other.toFixed(2)} = ${cpu.ratio.toFixed(3)}`,
    peak
      ? `peak MiB ${Math.round(peak.own)} ÷ ${Math.round(peak.other)} = ${peak.ratio.toFixed(3)}`
      : 'peak memory is not known without GNU time',
  ].join(', ');
