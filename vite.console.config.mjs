import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The staff's consoles: a frame that signs in, and each page in a chunk of its own. No inline
// scripts; styles made in the browser carry the nonce of the page (access/console-page.ts).
export default defineConfig({
  root: here('src/console'),
  base: '/console/',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: here('dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A font as a data: URI would be blocked by `font-src 'self'`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        manualChunks: (id) => {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
          if (/node_modules\/(echarts|zrender)\//.test(id)) return 'charts';
          return undefined;
        },
      },
    },
  },
});
