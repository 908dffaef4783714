import { run } from './main.js';

export { run } from './main.js';

/** Where the process begins: what `bin/tianshu.js` calls. */
export async function start(): Promise<void> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.stderr.on('error', () => {});

  process.exitCode = await run({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    beforeWork: async () => (await import('./engine-settings.js')).setEngine(),
  });
}
