// `node scripts/lib/bundle.mjs <entry.ts> <out folder>`: one file for Node, path aliases resolved, libraries included.

import { join, resolve } from 'node:path';
import { build } from 'vite';
import { root } from './steps.mjs';

const [entry, outDir] = process.argv.slice(2);

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  resolve: {
    alias: { '@shared': join(root, 'shared'), '@main': join(root, 'main'), '@tests': join(root, 'tests') },
  },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'electron', '@playwright/test', 'playwright', 'playwright-core'],
  },
  build: {
    ssr: resolve(root, entry),
    target: 'node24',
    outDir,
    emptyOutDir: true,
    minify: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'run.js' } },
  },
});
