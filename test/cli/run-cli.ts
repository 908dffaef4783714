import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/main.js';

export const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly lang?: 'zh' | 'en';
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
}

/** Runs a command line inside this process, as the binary would in `cwd`. Chinese unless said otherwise. */
export async function runCli(cwd: string, argv: readonly string[], terminal: Terminal = {}): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await run({
    argv,
    cwd,
    env: { LC_ALL: terminal.lang === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8', ...terminal.env },
    stdout: { isTTY: terminal.tty === true, write: (text: string) => (stdout += text) },
    stderr: { isTTY: terminal.tty === true, write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

/** An empty folder that goes away after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tianshu-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a project of `fixtures` or `templates`, free to be changed. */
export async function copyOf(path: string): Promise<string> {
  const folder = await emptyFolder();
  await cp(join(root, path), folder, { recursive: true });
  return folder;
}
