import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The gateway serves what lands here: a jar's META-INF/resources is its web root.
const builtInto = process.env.ANDON_WEBUI_OUT ?? '../../../target/classes/META-INF/resources/app';

// While developing, `npm run dev` serves the page and a running gateway everything else.
const gateway = process.env.ANDON_URL ?? 'http://localhost:8080';
const proxied = [
  '/app/config.json',
  '/events',
  '/production-',
  '/metrics',
  '/work-orders',
  '/items',
  '/locations',
  '/inventory',
  '/tenant-settings',
  '/boms',
];

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: builtInto,
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows nothing from data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, gateway])) },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
