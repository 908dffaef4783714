// Builds the package: the command line and the library, bundled, split so that a command loads only what it needs.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { esbuildVocabulary } from './vocabulary.config.mjs';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/cli/start.ts', index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  external: ['exceljs', '@e965/xlsx'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [esbuildVocabulary],
});
