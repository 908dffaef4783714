// npm run sentences [-- --count 100000 --seed 1]: generates sentences from what they mean, reads them, fills them from invented
// returns and verifies what was filled. Prints what came of them; exit code 1 when one was misread or found at fault.
import { build } from 'esbuild';
import { esbuildVocabulary } from '../vocabulary.config.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) {
    console.error(`--${name}: a whole number is expected`);
    process.exit(2);
  }
  return value;
};
const [count, seed] = [option('count', 100_000), option('seed', 1)];

const { outputFiles } = await build({
  entryPoints: [new URL('../test/report/fill/many-sentences.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'bundle',
  external: ['exceljs', '@e965/xlsx'],
  plugins: [esbuildVocabulary],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');" },
});
const { trySentences } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const started = Date.now();
const found = trySentences(count, seed, (done) => {
  if (done % 10_000 === 0) console.error(`${done} sentences, ${Math.round((Date.now() - started) / 1000)} s`);
});
for (const text of [...found.misread, ...found.findings].slice(0, 50)) console.log(text);
console.log(
  `seed ${seed}: ${found.sentences} sentences, ${found.slots} slots, ${found.filled} filled, ${found.abstained} abstained, ` +
    `${found.misread.length} misread, ${found.findings.length} found at fault by verify`,
);
process.exitCode = found.misread.length + found.findings.length > 0 ? 1 : 0;
