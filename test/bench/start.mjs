// `npm run bench -- start [--runs N] [--json]`: what each command costs on the shipped example, as a whole process, beside the
// least that a process of Node can cost (`node -e 0`). Ratios of the cpu of all rounds, since one process is too short for the
// clock of the system; command and yardstick take turns.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { costOf } from './child-cost.mjs';

const root = resolve(import.meta.dirname, '../..');
const COMMANDS = [
  '--help',
  'inspect data/2024年分省快递.csv',
  'check',
  'growth',
  'rank',
  'plan 讲话稿.md',
  'fill 讲话稿.md -o 已填.md',
  'verify 已填.md',
  'explain 已填.md #1',
];

export function benchStart({ runs, say, json }) {
  const folder = mkdtempSync(join(tmpdir(), 'tianshu-bench-'));
  const results = [];
  try {
    cpSync(join(root, 'templates/example'), folder, { recursive: true });
    for (const command of COMMANDS) {
      const own = [process.execPath, join(root, 'bin/tianshu.js'), ...command.split(' ')];
      const rounds = Array.from({ length: runs }, () => ({
        own: costOf(own, { cwd: folder }),
        least: costOf([process.execPath, '-e', '0'], { cwd: folder }),
      }));
      const failed = rounds.find(({ own }) => own.error)?.own.error;
      const [cpu, least] = [(round) => round.own.cpu, (round) => round.least.cpu].map((of) => meanOf(rounds.map(of)));
      results.push({ command, cpu, least, ratio: cpu / least, ...(failed ? { failed } : {}) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (json) process.stdout.write(`${JSON.stringify({ runs, results }, null, 2)}\n`);
  else for (const result of results) say(line(result));
  return results.some(({ failed }) => failed) ? 1 : 0;
}

const meanOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const line = ({ command, cpu, least, ratio, failed }) =>
  `tianshu ${command}: ${failed ?? `cpu s ${cpu.toFixed(3)} ÷ ${least.toFixed(3)} = ${ratio.toFixed(2)}`}`;
