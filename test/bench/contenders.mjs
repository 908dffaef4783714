// Who runs: tianshu by its command, and what else is installed here, by the jobs of ../shared/bench.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const missing = [];
export const missingContenders = () => missing;

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

export function contendersFor({ root, shared, folder, data }) {
  const tianshu = (...args) => [process.execPath, join(root, 'bin/tianshu.js'), ...args];
  const out = join(folder, 'tianshu.csv');
  const own = [
    {
      name: 'tianshu',
      out,
      command: tianshu('growth', '--all', '--columns', 'code,level,yoy,rank-level,rank-yoy', '-o', out),
      about:
        'reads, computes, ranks, writes; the edit rules, which the jobs of the others include, are `tianshu check`',
    },
    { name: 'tianshu check', command: tianshu('check', '--format', 'json') },
  ];
  if (!existsSync(join(shared, 'job_pandas.py'))) {
    missing.push({
      name: 'pandas, data.table, DuckDB, csv-parse',
      why: '../shared/bench, which holds their jobs, is not there',
    });
    return own;
  }
  const jobs = copyJobs(root, shared, folder);
  const job = (name, run, script, env) => {
    const result = join(folder, `${name.replace(/\W+/g, '-')}.csv`);
    return { name, env, out: result, command: [...run, script, data.file, data.schema, result] };
  };
  const python = ['/usr/bin/python3', 'python3'].find((path) => works(path, ['-c', 'import pandas']));
  const rscript = works('Rscript', ['-e', 'library(data.table)']);
  const others = [
    [python, 'pandas', 'no python3 with pandas', () => job('pandas', [python], join(shared, 'job_pandas.py'))],
    [
      rscript,
      'data.table',
      'no Rscript with data.table',
      () => job('data.table', ['Rscript'], join(shared, 'job_dt.R'), { FAST: '1' }),
    ],
    [
      jobs.duckdb,
      'DuckDB plain',
      'no @duckdb/node-api: name a folder that has it in BENCH_MODULES',
      () => job('DuckDB plain', [process.execPath], join(jobs.folder, 'job_duckdb.mjs')),
    ],
    [
      jobs.duckdb,
      'DuckDB expert',
      'the same',
      () => job('DuckDB expert', [process.execPath], join(jobs.folder, 'job_duckdb_expert.mjs')),
    ],
    [
      data.rows < 1e6,
      'csv-parse and Maps',
      'a minute and two gigabytes at this size',
      () => job('csv-parse and Maps', [process.execPath], join(jobs.folder, 'job_naive.mjs')),
    ],
  ];
  for (const [there, name, why, make] of others) {
    if (there) own.push(make());
    else missing.push({ name, why });
  }
  return own;
}

/** The jobs in a folder from which they find their packages. */
function copyJobs(root, shared, folder) {
  const jobs = join(folder, 'jobs');
  mkdirSync(join(jobs, 'node_modules'), { recursive: true });
  for (const name of ['job_duckdb.mjs', 'job_duckdb_expert.mjs', 'job_naive.mjs'])
    copyFileSync(join(shared, name), join(jobs, name));
  symlinkSync(join(root, 'node_modules/csv-parse'), join(jobs, 'node_modules/csv-parse'));
  const places = [process.env.BENCH_MODULES, join(root, 'node_modules'), join(shared, 'node_modules')];
  const duckdb = places.find((place) => place && existsSync(join(place, '@duckdb/node-api')));
  if (duckdb) symlinkSync(join(duckdb, '@duckdb'), join(jobs, 'node_modules/@duckdb'));
  return { folder: jobs, duckdb: duckdb !== undefined };
}
