import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@shared': at('./shared'), '@main': at('./main'), '@tests': at('./tests') } },
  test: {
    include: ['{shared,main,tests}/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/faults/**', 'tests/bench/**', 'node_modules/**'],
    testTimeout: 60_000,
    // Preparing a shop derives keys, which is slow on purpose and slower on a busy machine.
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
