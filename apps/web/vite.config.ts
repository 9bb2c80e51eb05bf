// Builds the browser application into dist/web; libraries are cut so that sign-in and public pages load neither tables nor charts.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Office machines still run browsers on old Chromium cores. */
const OLDEST = ['chrome87', 'edge88', 'firefox78', 'safari14'];

export default defineConfig(({ command, mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The gallery of all components goes with development and with `--mode gallery`, never with a release.
  define: { __GALLERY__: JSON.stringify(command === 'serve' || mode === 'gallery') },
  build: {
    outDir: fileURLToPath(new URL(mode === 'gallery' ? '../../dist/gallery' : '../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: OLDEST,
    cssTarget: OLDEST,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 30 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
            { name: 'dayjs', test: /node_modules[\\/]dayjs[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    // The server makes the public pages, but for the two tools that need a browser.
    proxy: Object.fromEntries(
      ['/api', '^/public(?!/(self-check|calculations))'].map((address) => [
        address,
        { target: process.env.KECHUANG_API ?? 'http://127.0.0.1:8080', changeOrigin: false },
      ]),
    ),
  },
}));
