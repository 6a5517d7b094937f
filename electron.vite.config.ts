import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { wordsAsText } from './scripts/lib/words-as-text.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shared = { '@shared': at('./shared') };

export default defineConfig({
  main: {
    plugins: [wordsAsText()],
    resolve: { alias: { ...shared, '@main': at('./main') } },
    build: {
      // The oldest runtime the app must run on is Electron 33 (Node 20).
      target: 'node20',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: at('./main/app/index.ts'),
          shop: at('./main/cli/shop.ts'),
          pdf: at('./main/app/pdf.ts'),
          worker: at('./main/workers/worker.ts'),
          reader: at('./main/workers/reader.ts'),
          stager: at('./main/workers/stager.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
      externalizeDeps: false,
      minify: false,
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('./main/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('./renderer'),
    plugins: [react(), wordsAsText()],
    resolve: { alias: { ...shared, '@renderer': at('./renderer') } },
    build: {
      target: 'chrome130',
      outDir: at('./out/renderer'),
      emptyOutDir: true,
      // electron-vite leaves it off; react-dom alone is three times as much to parse without.
      minify: true,
      rollupOptions: { input: { index: at('./renderer/index.html') } },
    },
  },
});
