/** Builds the page into `dist/` at the root of the repository, and serves it while it is worked on. */
import { defineConfig } from 'vitest/config';
import { notesPage } from './notes-page.ts';
import { preload } from './preload.ts';
import { rustWatch } from './rust-watch.ts';

export default defineConfig({
  // Relative addresses: the folder works from any sub-path of any server.
  base: './',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing is inlined as a `data:` address, so that a strict content policy can be set.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index.html', 'runs.html'] },
  },
  plugins: [
    preload('index.html', 'pkg/leakproof_bg.wasm'),
    notesPage('runs.html', '../notes/runs.md'),
    rustWatch(),
  ],
  worker: { format: 'es' },
  // The scenarios lie beside the page, in `notes/`.
  server: { fs: { allow: ['..'] } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.spec.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One browser at a time: pages that compete for two cores make each other late.
    fileParallelism: false,
  },
});
