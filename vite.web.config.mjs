import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The customer page: a light frame that paints at once, and Web Chat in a chunk of its own that
// arrives later. No inline scripts (the page's CSP has none), every asset named by its hash.
export default defineConfig({
  root: here('src/channels/web/page'),
  base: '/',
  plugins: [react()],
  resolve: {
    // Web Chat nests an older copy of the client; two copies would be two connections to watch.
    dedupe: ['botframework-directlinejs', 'react', 'react-dom'],
    alias: [
      // Speech is not offered, and its SDK is a third of Web Chat's weight.
      {
        find: /^botframework-directlinespeech-sdk$/,
        replacement: here('src/channels/web/page/chat/no-speech.ts'),
      },
    ],
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: here('dist/channels/web/public'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A font as a data: URI would be blocked by `font-src 'self'`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      output: {
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|scheduler)\//.test(id) ? 'react' : undefined,
      },
    },
  },
});
