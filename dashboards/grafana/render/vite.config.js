import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Icons are asked for where a Grafana would have them. */
const icons = {
  name: 'grafana-icons',
  configureServer(server) {
    server.middlewares.use('/public/build/img', (request, response, next) => {
      const root = new URL('node_modules/@grafana/ui/dist/public/img/', import.meta.url);
      readFile(new URL(`.${request.url}`, root))
        .then((file) => response.setHeader('Content-Type', 'image/svg+xml').end(file))
        .catch(next);
    });
  },
};

/** PROMETHEUS is the server whose answers are drawn; the browser only talks to this one. */
export default defineConfig({
  plugins: [icons, react()],
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis' },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['..'] },
    proxy: { '/api/v1': process.env.PROMETHEUS ?? 'http://127.0.0.1:9090' },
  },
  logLevel: 'warn',
});
