// Two entries and the service worker, built one after the other (scripts/build.mjs) so that the phone
// shell is one script and one style sheet: a chunk shared with the office would cost a request.
import { defineConfig, type Plugin } from 'vite';

/** In development Vite plays Flask's part: every path of an app gets that app's page. */
const pages: Plugin = {
  name: 'pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = request.url?.split('?')[0] ?? '/';
      const isScreen = request.headers.accept?.includes('text/html') && !path.includes('.');
      if (isScreen) request.url = path.startsWith('/van-phong') ? '/office.html' : '/index.html';
      next();
    });
  },
};

const INPUT: Record<string, string> = { office: 'office.html', worker: 'src/phone/worker/service-worker.ts' };
// Whatever the first screen needs is one script, also where a later chunk shares it.
const SHELL = { name: 'shell', tags: ['$initial' as const] };
const OUTPUT = {
  phone: { codeSplitting: { includeDependenciesRecursively: false, groups: [SHELL] } },
  // What several of the later screens share is one more, not a crumb for each pair of them.
  office: { codeSplitting: { includeDependenciesRecursively: false, groups: [SHELL, { name: 'shared', minShareCount: 2 }] } },
  // The one name that stays: browsers ask for a worker where they have found it.
  worker: { entryFileNames: 'sw.js', format: 'iife' as const },
};

export default defineConfig(({ mode }) => ({
  appType: 'mpa',
  plugins: [pages],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8000' } },
  build: {
    target: ['chrome92', 'safari15.4'],
    // The CSP has no data: and no inline script, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: mode === 'phone',
    copyPublicDir: mode === 'phone',
    rollupOptions: {
      input: INPUT[mode] ?? 'index.html',
      output: OUTPUT[mode as keyof typeof OUTPUT],
    },
  },
}));
