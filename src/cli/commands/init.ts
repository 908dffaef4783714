import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cannot } from '../cannot-run.js';
import type { CommandInput } from '../command-input.js';
import type { ExitCode } from '../exit-code.js';
import { packageRoot } from '../package-root.js';
import type { World } from '../world.js';

/** Makes a project that runs at once: the example that ships with the package, copied. Overwrites nothing. */
export async function run(input: CommandInput, { files, print, say }: World): Promise<ExitCode> {
  const folder = input.arguments[0] ?? '.';
  const example = join(packageRoot(), 'templates', 'example');
  const paths = (await readdir(example, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1))
    .sort();

  for (const path of paths)
    if (await files.exists(join(folder, path)))
      throw cannot('init-would-overwrite', { file: files.nameOf(join(folder, path)) });

  for (const path of paths) {
    await files.makeFolder(join(folder, path, '..'));
    await files.save(join(folder, path), await readFile(join(example, path)));
    print(files.nameOf(join(folder, path)));
  }
  say('init-done', folder === '.' ? {} : { folder });
  return 0;
}
