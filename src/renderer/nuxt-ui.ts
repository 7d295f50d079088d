import type { NuxtUIOptions } from '@nuxt/ui/unplugin';

/**
 * How Nuxt UI is built into the renderer; given to its Vite plugin wherever the renderer is built
 * or tested.
 *
 * Only components we import by name take part, and nothing is generated into the source tree. Its
 * Vue plugin is not installed: that one writes a <style> element at run time, which the page's
 * policy forbids; the colours it would set stand in `styles/colours.css`.
 */
export const nuxtUi: NuxtUIOptions = {
  root: '.',
  router: false,
  colorMode: false,
  autoImport: false,
  components: false,
  dts: false,
  theme: { colors: ['primary', 'error'], transitions: false },
  ui: {
    button: {
      // Fading a button under the pointer would take the contrast from its label.
      compoundVariants: [
        {
          color: 'primary',
          variant: 'solid',
          class: 'hover:bg-accent-hover active:bg-accent-hover',
        },
        { color: 'error', variant: 'solid', class: 'hover:bg-wrong-hover active:bg-wrong-hover' },
      ],
    },
    modal: {
      slots: {
        content: 'divide-y-0 shadow-float ring-0',
        title: 'text-base font-semibold',
        description: 'text-sm text-default',
        body: 'pt-0 sm:pt-0',
      },
      variants: { overlay: { true: { overlay: 'bg-black/40' } } },
    },
    kbd: { base: 'normal-case' },
    popover: { slots: { content: 'shadow-float ring-0' } },
    formField: { slots: { help: 'mt-1 text-xs leading-[18px] text-muted', error: 'mt-1' } },
  },
  // Only what is named in these files is bundled; there is no icon server to ask.
  icon: { clientBundle: { scan: { globInclude: ['src/renderer/**/*.{ts,vue}'] } } },
};
