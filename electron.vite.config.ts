import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { nuxtUi } from './src/renderer/nuxt-ui.ts';

const root = import.meta.dirname;

/** What service records are set in, beside the bundle of main. */
function recordFonts(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json'));
  const names = ['latin', 'latin-ext', 'greek', 'cyrillic'].flatMap((alphabet) =>
    [400, 600].map((weight) => `inter-${alphabet}-${weight}-normal.woff2`),
  );
  return {
    name: 'record-fonts',
    generateBundle() {
      for (const name of names)
        this.emitFile({
          type: 'asset',
          fileName: `fonts/${name}`,
          source: readFileSync(join(folder, 'files', name)),
        });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [recordFonts()],
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'history-worker': 'src/main/history/worker.ts',
          // What “Try it without an account” and the demo run on, in a worker of its own.
          sandbox: 'test/sandbox/worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: 'src/preload/index.ts',
        // A sandboxed preload is CommonJS, whatever the package says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [vue(), ui({ ...nuxtUi, root })],
    define: {
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __VUE_OPTIONS_API__: false,
    },
    build: {
      rolldownOptions: { input: join(root, 'src/renderer/index.html') },
      minify: true,
      // The page may load nothing but files of its own: no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // It is read from disk, at once and whole.
      chunkSizeWarningLimit: 1_000,
    },
  },
});
