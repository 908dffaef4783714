// Builds the package: the command line and the library, bundled, split so that a command loads only what it needs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { esbuildVocabulary } from './vocabulary.config.mjs';

const { outputFiles } = await build({
  entryPoints: { cli: 'src/cli/start.ts', index: 'src/index.ts', 'json-schemas': 'src/report/json-schemas/index.ts' },
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
  write: false,
});

// Only a build that succeeded replaces the last one.
rmSync('dist', { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

// The JSON Schemas of what is read and written, for editors and for programs that build on the output.
const { jsonSchemas } = await import('./dist/json-schemas.js');
mkdirSync('dist/schemas');
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`dist/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
