import { defineConfig } from '@playwright/test';

// Every spec launches the real app itself (`_electron.launch`), so no browsers are installed.
// ELECTRON_OVERRIDE_DIST_PATH and VITRINE_NATIVE_BINDING come from scripts/ (see scripts/lib/display.mjs).
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/prepared-sample.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  // A machine that other work is using is slow, not wrong; what must be quick is counted by the test that says so.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'off' },
});
