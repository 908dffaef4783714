// What one process cost: cpu seconds, user and system, with all of its children; peak memory in MiB where the system tells.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const gnuTime = existsSync('/usr/bin/time') && spawnSync('/usr/bin/time', ['-f', '%U', 'true']).status === 0;

export function costOf([command, ...args], { cwd, env = {} } = {}) {
  const environment = { ...process.env, ...env };
  const options = { cwd, env: environment, encoding: 'utf8', maxBuffer: 1 << 26 };
  return gnuTime ? byTime(command, args, options) : byShell(command, args, options);
}

function byTime(command, args, options) {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', 'cost %U %S %M', command, ...args], options);
  const found = /cost ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr);
  return { cpu: Number(found[1]) + Number(found[2]), peak: Number(found[3]) / 1024, ...failure(status, stderr) };
}

/** `times` is in every shell; it knows no memory. */
function byShell(command, args, options) {
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', '"$@" >/dev/null; code=$?; times; exit $code', 'sh', command, ...args],
    options,
  );
  const [user, system] = stdout.trim().split('\n').at(-1).split(' ').map(seconds);
  return { cpu: user + system, ...failure(status, stderr) };
}

const seconds = (text) => {
  const [minutes, rest] = text.replace('s', '').split('m');
  return 60 * Number(minutes) + Number(rest);
};

/** 1 says that something was found in the data; that is no failure. */
const failure = (status, stderr) =>
  status === 0 || status === 1 ? {} : { error: `exit ${status}: ${stderr.trim().split('\n')[0]}` };
