import { defineConfig } from '@playwright/test';

// `npm run tour`. VITRINE_TOUR is the folder that the pictures and PDFs go to.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/tour',
  workers: 1,
  timeout: 300_000,
  retries: 0,
  reporter: [['list']],
});
