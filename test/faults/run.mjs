// npm run faults: bundles the generator as the command line is bundled, and runs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildVocabulary } from '../../vocabulary.config.mjs';

const folder = import.meta.dirname;
// Beside the sources: the generator finds the templates and fixtures from where it lies.
const out = mkdtempSync(join(resolve(folder, '..'), '.faults-'));
try {
  const outfile = join(out, 'summary.mjs');
  await build({
    entryPoints: [join(folder, 'summary.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['exceljs', '@e965/xlsx'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    plugins: [esbuildVocabulary],
    logLevel: 'error',
  });
  const { main } = await import(pathToFileURL(outfile).href);
  await main(process.argv.slice(2));
} finally {
  rmSync(out, { recursive: true, force: true });
}
