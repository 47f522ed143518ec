import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: one browser bundle that both hosts serve. Electron's own bundles have their config in build/. */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    assetsInlineLimit: 0,
  },
});
