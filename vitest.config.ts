import { defineConfig } from 'vitest/config';
import { viteVocabulary } from './vocabulary.config.mjs';

export default defineConfig({
  plugins: [viteVocabulary],
  // Modules keep no state of a test: they are loaded once for all of a worker's files.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%', isolate: false },
});
