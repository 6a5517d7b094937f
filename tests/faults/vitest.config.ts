import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `npm run test:faults`, with VITRINE_THOROUGH=1 for `-- --thorough`. One file at a time: they kill processes.
export default defineConfig({
  root: at('../..'),
  resolve: { alias: { '@shared': at('../../shared'), '@main': at('../../main'), '@tests': at('..') } },
  test: {
    include: ['tests/faults/**/*.test.ts'],
    testTimeout: process.env.VITRINE_THOROUGH ? 3_600_000 : 300_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
