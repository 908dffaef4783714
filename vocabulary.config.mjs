// How vocabulary (YAML, CSV) enters the program: compiled to a JSON literal at build time, so that a command parses
// no YAML of ours at run time. The bundler and the test runner share this one rule.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Source of an ES module that holds the vocabulary file: an object for YAML, the text itself for CSV. */
export function vocabularyModule(path) {
  const text = readFileSync(path, 'utf8');
  const value = path.endsWith('.csv') ? text : parse(text, { prettyErrors: true, uniqueKeys: true });
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

export const isVocabulary = (path) => /\.(ya?ml|csv)$/.test(path);

/** esbuild's plugin. */
export const esbuildVocabulary = {
  name: 'vocabulary',
  setup(build) {
    build.onLoad({ filter: /\.(ya?ml|csv)$/ }, ({ path }) => ({ contents: vocabularyModule(path), loader: 'js' }));
  },
};

/** Vitest's (Vite's) plugin. */
export const viteVocabulary = {
  name: 'vocabulary',
  enforce: 'pre',
  load(id) {
    const path = id.split('?')[0];
    return isVocabulary(path) ? { code: vocabularyModule(path), map: null } : null;
  },
};
