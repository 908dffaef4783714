// The data of a run: given, or generated.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeGenerated } from './generate.mjs';

/** Where the data are: the tidy file and the table of its indicators. */
export function prepareData({ size, dirty, folder, shared, given }) {
  if (given.data && given.schema) return described(resolve(given.data), resolve(given.schema), given.data);
  const [file, schema] = [join(folder, 'data.csv'), join(folder, 'schema.csv')];
  const generator = join(shared, 'gen.mjs');
  if (!existsSync(generator)) {
    writeGenerated({ size, dirty, file, schema });
    return described(file, schema, 'the generator of this folder (../shared/bench is not there)');
  }
  run(generator, [size, '--schema'], schema);
  run(generator, dirty ? [size, '--dirty'] : [size], file);
  return described(file, schema, '../shared/bench/gen.mjs');
}

const described = (file, schema, from) => ({ file, schema, from, rows: linesOf(file) - 1 });

function run(generator, args, into) {
  const out = openSync(into, 'w');
  const { status } = spawnSync(process.execPath, [generator, ...args], { stdio: ['ignore', out, 'ignore'] });
  closeSync(out);
  if (status !== 0) throw new Error(`${generator} ${args.join(' ')} ended with ${status}`);
}

function linesOf(file) {
  const { stdout } = spawnSync('wc', ['-l', file], { encoding: 'utf8' });
  return Number(stdout.trim().split(' ')[0]);
}
