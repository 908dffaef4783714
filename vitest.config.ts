import { defineConfig } from 'vitest/config';
import { viteVocabulary } from './vocabulary.config.mjs';

export default defineConfig({
  plugins: [viteVocabulary],
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%' },
});
