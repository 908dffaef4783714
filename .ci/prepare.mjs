// Runs after `npm install` or `npm ci` in a clone, and before packing: builds `dist`. Where the tools to build with were
// left out (a production install), it says so and lets the install succeed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const has = (tool) => existsSync(new URL(`../node_modules/${tool}/package.json`, import.meta.url));

if (has('esbuild') && has('typescript')) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
} else if (process.env.npm_command === 'pack' || process.env.npm_command === 'publish') {
  console.error('tianshu: cannot pack without the tools to build with; run `npm ci` first.');
  process.exitCode = 1;
} else {
  console.error(
    'tianshu: the tools to build with are not installed, so `dist` was not built; run `npm ci` to build it.',
  );
}
