// A project for the data, as a user would write it: catalogue, regions, form.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from './rows.mjs';

const FORM = `id: bench
files: [data.csv]
layout:
  kind: tidy
  columns: { region_code: region }
  constants: { accumulation: year-to-date }   # the value of a month is the one since January
`;
const PROJECT = `industry: ./catalogue.yaml
regions: regions.csv
returns: data.csv
forms: form.yaml
incomplete-peers: rank    # as the others rank
ties: as-displayed
`;

/** Writes the project and gives its folder. */
export function writeProject(folder, { file, schema }) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'tianshu.yaml'), PROJECT);
  writeFileSync(join(folder, 'form.yaml'), FORM);
  writeFileSync(join(folder, 'catalogue.yaml'), catalogueOf(schema));
  writeFileSync(join(folder, 'regions.csv'), regionsOf(file));
  symlinkSync(file, join(folder, 'data.csv'));
  return folder;
}

function catalogueOf(schema) {
  const [header, ...lines] = readFileSync(schema, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const indicators = lines.map((cells, i) => ({
    id: `i${i}`,
    ...Object.fromEntries(header.map((name, j) => [name, cells[j]])),
  }));
  const lineOf = ({ id, indicator, unit, decimals, cumulative }) =>
    `  - { id: ${id}, name: ${indicator}, unit: ${unit}, kind: ${cumulative === '1' ? 'flow' : 'stock'}, decimals: { ${unit}: ${decimals} } }`;
  const totals = indicators.filter(({ role }) => role === 'total');
  const partsOf = ({ grp }) =>
    indicators.filter((other) => other.grp === grp && other.role === 'part').map(({ id }) => id);
  const partitions = totals.map((total) => `  - { whole: ${total.id}, by: 类, parts: [${partsOf(total).join(', ')}] }`);
  return ['id: bench', 'name: 对比', 'indicators:', ...indicators.map(lineOf), 'partitions:', ...partitions, ''].join(
    '\n',
  );
}

function regionsOf(file) {
  const provinces = new Map();
  const cities = new Map();
  for (const [, code, name, parent] of rowsOf(file)) {
    if (cities.has(code)) continue;
    if (!provinces.has(parent)) provinces.set(parent, `${code.slice(0, 2)}0000`);
    cities.set(code, `${code},${name},${provinces.get(parent)},prefecture`);
  }
  const above = [...provinces].map(([name, code]) => `${code},${name},,province`);
  return ['code,name,parent,level', ...above, ...cities.values(), ''].join('\n');
}
