import icons from '@nuxt/ui/runtime/vue/plugins/icons.js';
import { createPinia } from 'pinia';
import { createApp, type App } from 'vue';
import { createWebHashHistory } from 'vue-router';
import type { Bridge } from '../shared/bridge/contract.ts';
import AppRoot from './app.vue';
import { bridgeKey, createBridgeClient } from './composables/use-bridge.ts';
import { createTicker, tickerKey, type Clock } from './composables/use-ticker.ts';
import { createWordsPlugin } from './i18n.ts';
import { createPages } from './router.ts';
import { useAccountStore } from './stores/account.ts';
import { useAppStore } from './stores/app.ts';
import { useSettingsStore } from './stores/settings.ts';
import { useSyncStore } from './stores/sync.ts';

const clock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
};

/**
 * Builds the app on a bridge and mounts it once main has said in which state things are, so that
 * the first thing drawn is the right one.
 */
export async function start(bridge: Bridge, place: Element): Promise<App> {
  const app = createApp(AppRoot);
  // Behind the `#`, so that reloading the window stays where it was.
  const pages = createPages(createWebHashHistory());
  app.provide(bridgeKey, createBridgeClient(bridge));
  app.provide(
    tickerKey,
    createTicker(clock, {
      visible: () => document.visibilityState === 'visible',
      onChange: (listener) => document.addEventListener('visibilitychange', listener),
    }),
  );
  app.use(createPinia()).use(createWordsPlugin('de')).use(icons);

  // Words that were drawn in another font first would move when their own arrives.
  const font = document.fonts.load('13px "Inter Variable"', 'aş').catch(() => []);
  const stores = [useAppStore(), useSettingsStore(), useAccountStore(), useSyncStore()];
  await Promise.all([font, ...stores.map((store) => store.load())]);
  app.use(pages);
  await pages.isReady();
  app.mount(place);
  return app;
}
