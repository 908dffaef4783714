// `npm run bench [-- SIZE] [--dirty] [--runs N] [--json] [--data FILE --schema FILE]`: the command as a whole process, side by
// side with what a user would pick instead, on one tidy file: growth of every series and month, ranks within the province.
//   1. data       the generator of ../shared/bench where it is there, else the one beside this file
//   2. project    a catalogue, regions and a form for the data                                       (project.mjs)
//   3. runs       every contender in turn, round by round, so that a busy machine is busy for all    (contenders.mjs)
//   4. cells      every cell of every result against exact arithmetic                                (check-cells.mjs)
// `npm run bench -- xlsx` is another: reading a workbook of a million cells                          (xlsx.mjs)
// `npm run bench -- start` another: what each command costs before it has much to do                 (start.mjs)
// Ratios are what counts: cpu of tianshu over cpu of the other, paired within a round.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCells, expectedCells } from './check-cells.mjs';
import { costOf } from './child-cost.mjs';
import { contendersFor, missingContenders } from './contenders.mjs';
import { prepareData } from './data.mjs';
import { median } from './median.mjs';
import { writeProject } from './project.mjs';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared/bench');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dirty: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    runs: { type: 'string' },
    data: { type: 'string' },
    schema: { type: 'string' },
  },
});
const size = (positionals[0] ?? 'S').toUpperCase();
const runs = Number(options.runs ?? { S: 5, M: 3, L: 3 }[size] ?? 1);
const say = (text) => (options.json ? process.stderr : process.stdout).write(`${text}\n`);

if (!existsSync(join(root, 'dist/cli.cjs'))) {
  process.stderr.write('dist is missing: npm run build\n');
  process.exit(2);
}
if (size === 'XLSX') {
  const { benchWorkbooks } = await import('./xlsx.mjs');
  process.exit(await benchWorkbooks({ runs: Number(options.runs ?? 3), say, json: options.json }));
}
if (size === 'START') {
  const { benchStart } = await import('./start.mjs');
  process.exit(benchStart({ runs: Number(options.runs ?? 7), say, json: options.json }));
}
const folder = mkdtempSync(join(tmpdir(), 'tianshu-bench-'));
try {
  const data = prepareData({ size, dirty: options.dirty, folder, shared, given: options });
  say(`${size}${options.dirty ? ' dirty' : ''}, ${data.rows} rows, ${runs} rounds; data: ${data.from}`);
  const project = writeProject(join(folder, 'project'), data);
  const contenders = contendersFor({ root, shared, folder, data });
  for (const { name, why } of missingContenders()) say(`not run: ${name} (${why})`);
  const costs = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round++)
    for (const { name, command, env } of contenders) costs.get(name).push(costOf(command, { cwd: project, env }));

  const results = contenders.map(({ name, out, about }) => ({ name, about, out, ...summary(costs, name) }));
  const expected = expectedCells(data.file);
  for (const result of results) if (result.out) result.cells = checkCells(expected, result.out);
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ size, dirty: options.dirty, rows: data.rows, runs, results }, null, 2)}\n`,
    );
  else print(results);
  const own = results.find(({ name }) => name === 'tianshu');
  process.exitCode = own.failed || own.cells.wrong > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function summary(costs, name) {
  const [own, mine] = [costs.get('tianshu'), costs.get(name)];
  const failed = mine.find(({ error }) => error)?.error;
  const withChecks = costs.get('tianshu check');
  return {
    cpu: median(mine.map(({ cpu }) => cpu)),
    peak: Math.max(...mine.map(({ peak }) => peak ?? 0)) || undefined,
    ratio: median(mine.map(({ cpu }, round) => own[round].cpu / cpu)),
    ratioWithCheck: median(mine.map(({ cpu }, round) => (own[round].cpu + withChecks[round].cpu) / cpu)),
    ...(failed ? { failed } : {}),
  };
}

function print(results) {
  const columns = ['', 'cpu s', 'peak MiB', 'tianshu ÷', 'with check ÷', 'cells', 'wrong'];
  const lines = results.map(({ name, cpu, peak, ratio, ratioWithCheck, cells, failed }) => [
    name,
    cpu.toFixed(2),
    peak ? String(Math.round(peak)) : '—',
    ratio.toFixed(2),
    ratioWithCheck.toFixed(2),
    cells ? String(cells.cells) : '',
    failed ?? (cells ? String(cells.wrong) : ''),
  ]);
  const widths = columns.map((heading, i) => Math.max(heading.length, ...lines.map((line) => line[i].length)));
  for (const line of [columns, ...lines])
    say(line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  '));
  for (const { name, about } of results) if (about) say(`${name}: ${about}`);
  for (const { name, cells } of results) if (cells?.wrong > 0) say(`${name}: ${JSON.stringify(cells)}`);
}
