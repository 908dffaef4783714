// Builds the package:
//   1. the library     dist/index.js and its chunks: ES modules, split so that a program loads what it uses
//   2. the program     dist/cli.cjs, and a script for each kind of command: help needs the first alone
//   3. compiled code   what V8 made of them when they ran the example: a command begins without compiling (compile.config.mjs)
//   4. JSON Schemas    of what is read and written, for editors and for programs that build on the output
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { esbuildVocabulary } from './vocabulary.config.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  external: ['exceljs', '@e965/xlsx'],
  write: false,
};

const library = {
  ...common,
  entryPoints: { index: 'src/index.ts', 'json-schemas': 'src/report/json-schemas/index.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [esbuildVocabulary],
};

/** The work of commands stays out of the script of the command line, which asks for it by name: ./tables.cjs. */
const workApart = {
  name: 'work-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/scripts\/\w+\.js$/ }, ({ path }) => ({
      path: path.replace('./scripts/', './').replace(/js$/, 'cjs'),
      external: true,
    }));
  },
};

/**
 * Modules of Node that libraries load and commands never need. `process` as a module opens all three standard streams where
 * the global opens none; `child_process`, which brings half of the network, is how the command line library would start a
 * subcommand that is a program of its own, and none of ours is.
 */
const STAND_INS = { process: 'module.exports = process;', child_process: 'module.exports = {};' };
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?(?:process|child_process)$/ }, ({ path }) => ({
      path: path.replace('node:', ''),
      namespace: 'stand-in',
    }));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({ contents: STAND_INS[path] }));
  },
};

const script = (name, entry, plugins) => ({
  ...common,
  entryPoints: [entry],
  outfile: `dist/${name}.cjs`,
  format: 'cjs',
  // A lazy import of what lies in the same script, or of a CommonJS package.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
  plugins: [esbuildVocabulary, withoutUnused, ...plugins],
});

/** A script as ASCII, whatever stands in it, patterns included: V8 then keeps it in a byte a letter, and reads it as it stands. */
const asAscii = ({ path, text }) => ({
  path,
  contents: text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
});

const [ofLibrary, ...ofProgram] = await Promise.all([
  build(library),
  build(script('cli', 'src/cli/start.ts', [workApart])),
  ...['returns', 'tables', 'texts'].map((name) => build(script(name, `src/cli/scripts/${name}.ts`, []))),
]);

// Only a build that succeeded replaces the last one.
rmSync('dist', { recursive: true, force: true });
const scripts = ofProgram.flatMap(({ outputFiles }) => outputFiles);
for (const { path, contents } of [...ofLibrary.outputFiles, ...scripts.map(asAscii)]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

execFileSync(process.execPath, ['compile.config.mjs'], { stdio: 'inherit' });

const { jsonSchemas } = await import('./dist/json-schemas.js');
mkdirSync('dist/schemas');
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`dist/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
