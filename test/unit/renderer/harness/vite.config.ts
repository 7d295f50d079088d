/// <reference types="node" />
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { nuxtUi } from '../../../../src/renderer/nuxt-ui.ts';

const root = join(import.meta.dirname, '../../../..');

/** Builds the harness the way the renderer is built. `TAGWERK_HARNESS_OUT` says where to. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [vue(), ui({ ...nuxtUi, root })],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_OPTIONS_API__: false,
  },
  build: {
    outDir: process.env['TAGWERK_HARNESS_OUT'] ?? join(root, 'node_modules/.cache/tagwerk-harness'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome140',
  },
});
