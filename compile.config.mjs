// Keeps the code that V8 compiles of the program's scripts, so that a command begins without compiling: runs the
// commands that offices run, on the example, and asks V8 for what it has compiled by then (see bin/built-script.js).
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeFile, loadBuilt } from './bin/built-script.js';

const COMMANDS = [
  'check',
  'growth -o 增速.csv',
  'rank',
  'inspect data/2024年分省快递.csv',
  'plan 讲话稿.md',
  'fill 讲话稿.md -o 已填.md',
  'verify 已填.md',
  'explain 已填.md #1',
];

const quiet = { write: () => true };
const folder = mkdtempSync(join(tmpdir(), 'tianshu-build-'));
try {
  cpSync('templates/example', folder, { recursive: true });
  const { run } = loadBuilt('cli').exports;
  for (const command of ['--help', ...COMMANDS]) {
    let said = '';
    const stderr = { write: (text) => (said += text) };
    const code = await run({ argv: command.split(' '), cwd: folder, env: process.env, stdout: quiet, stderr });
    if (code === 2) throw new Error(`tianshu ${command}: ${said}`);
  }
  for (const name of ['cli', 'returns', 'tables', 'texts'])
    writeFileSync(codeFile(name), loadBuilt(name).script.createCachedData());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
