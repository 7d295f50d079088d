import { createPinia, setActivePinia, type Pinia } from 'pinia';
import { flushPromises, mount } from '@vue/test-utils';
import { createApp, h, readonly, ref, type Component, type FunctionalComponent } from 'vue';
import UApp from '@nuxt/ui/components/App.vue';
import icons from '@nuxt/ui/runtime/vue/plugins/icons.js';
import { createMemoryHistory, type Router } from 'vue-router';
import { bridgeKey, createBridgeClient } from '../../../src/renderer/composables/use-bridge.ts';
import { tickerKey } from '../../../src/renderer/composables/use-ticker.ts';
import { createWordsPlugin } from '../../../src/renderer/i18n.ts';
import { createPages } from '../../../src/renderer/router.ts';
import type { Bridge } from '../../../src/shared/bridge/contract.ts';
import type { Language } from '../../../src/shared/language.ts';
import { createFakeBridge, type FakeBridge } from './harness/fake-bridge.ts';
import { statesAt, type State } from './harness/states.ts';
import { useAccountStore } from '../../../src/renderer/stores/account.ts';
import { useAppStore } from '../../../src/renderer/stores/app.ts';
import { useSettingsStore } from '../../../src/renderer/stores/settings.ts';
import { useSyncStore } from '../../../src/renderer/stores/sync.ts';

/** Monday, 14:44:12 UTC; the tests run in whatever zone the machine has. */
export const present = Date.UTC(2026, 10, 23, 14, 44, 12);

/** A present that is turned by hand. */
export function createFakeTicker(start = present) {
  const now = ref(start);
  return {
    ticker: { now: readonly(now) },
    turn: (ms: number): void => {
      now.value += ms;
    },
    now: () => now.value,
  };
}

export interface Stage {
  readonly bridge: FakeBridge;
  readonly pinia: Pinia;
  readonly router: Router;
  readonly time: ReturnType<typeof createFakeTicker>;
}

interface Setting {
  readonly language?: Language;
  readonly scope?: 'mine' | 'team';
  readonly state?: string | State;
  /** Steps between the page and the acted-out main, to disturb it. */
  readonly around?: (bridge: FakeBridge) => Bridge;
}

/** The page's surroundings without the page: a bridge, a clock, and stores that have heard of main. */
export async function setStage(setting: Setting = {}): Promise<Stage> {
  const time = createFakeTicker();
  const named = setting.state ?? 'full';
  const state = typeof named === 'string' ? statesAt(present)[named]?.() : named;
  if (!state) throw new Error(`There is no state of that name.`);
  const bridge = createFakeBridge(
    state,
    { language: setting.language ?? 'de', theme: 'light', scope: setting.scope ?? 'team' },
    time.now,
  );
  const pinia = createPinia();
  const router = createPages(createMemoryHistory());
  const app = createApp({ render: () => null });
  app.provide(bridgeKey, createBridgeClient(setting.around?.(bridge) ?? bridge));
  app.provide(tickerKey, time.ticker);
  app.use(pinia);
  setActivePinia(pinia);
  const stores = [useAppStore(), useSettingsStore(), useAccountStore(), useSyncStore()];
  await Promise.all(stores.map((store) => store.load()));
  await router.push('/');
  return { bridge, pinia, router, time };
}

/** Mounts a component, real to its last part, amid all that. */
export async function mountOn(component: Component, setting: Setting = {}) {
  const stage = await setStage(setting);
  const root: FunctionalComponent = () => h(UApp, { toaster: null }, () => h(component));
  const page = mount(root, {
    attachTo: document.body,
    global: {
      plugins: [stage.pinia, stage.router, createWordsPlugin(setting.language ?? 'de'), icons],
      provide: {
        [bridgeKey as symbol]: createBridgeClient(setting.around?.(stage.bridge) ?? stage.bridge),
        [tickerKey as symbol]: stage.time.ticker,
      },
    },
  });
  await flushPromises();
  return { ...stage, page };
}
