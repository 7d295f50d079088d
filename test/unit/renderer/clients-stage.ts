import { flushPromises } from '@vue/test-utils';
import AppRoot from '../../../src/renderer/app.vue';
import type { ClientEntry } from '../../../src/shared/clients/client.ts';
import { answering, type Answers } from './harness/answering.ts';
import { mountOn, present } from './mount-page.ts';

const hour = 3_600_000;

export function someClient(change: Partial<ClientEntry> = {}): ClientEntry {
  return {
    key: 'k1',
    name: 'Königstraße IT GmbH',
    number: '00417',
    isLocal: false,
    sessions: 21,
    running: 0,
    measuredMs: 40 * hour,
    monthMs: 2 * hour,
    openSessions: 3,
    openMs: hour,
    lastAt: present - 24 * hour,
    weeks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((each) => each * hour),
    ...change,
  };
}

export const hostile = '<img src=x onerror=alert(1)>\u202egnp.exe';

export const someClients: readonly ClientEntry[] = [
  someClient(),
  someClient({ key: 'k2', name: 'Arztpraxis Dr. Ålund', number: '00009', monthMs: 5 * hour }),
  someClient({ key: 'k3', name: hostile, number: null, monthMs: 0, openMs: 0, lastAt: present }),
  someClient({ key: '', name: '', number: null, monthMs: 90 * hour }),
];

/** The whole program turned to the clients, on a main that knows these. */
export async function stageClients(
  clients: readonly ClientEntry[] = someClients,
  { answers = {}, path = '/clients' }: { answers?: Answers; path?: string } = {},
) {
  const weeks = Array.from({ length: 12 }, () => '2026-11-23');
  let held = clients;
  const { around, requests } = answering({
    'clients.list': () => ({ ok: true, value: { clients: [...held], weeks } }),
    ...answers,
  });
  const all = await mountOn(AppRoot, { state: 'full', around });
  await all.router.push(path);
  await flushPromises();
  const { page, router } = all;
  const lines = () => page.findAll<HTMLButtonElement>('[data-roving]');
  return {
    ...all,
    requests,
    lines,
    names: () => lines().map((line) => line.text()),
    query: () => router.currentRoute.value.query,
    panel: () => page.find('aside'),
    search: () => page.get<HTMLInputElement>('[role="search"] input'),
    button: (text: string) => page.findAll('button').find((each) => each.text() === text),
    become: async (next: readonly ClientEntry[]) => {
      held = next;
      all.bridge.tell('history.changed', { at: present });
      await flushPromises();
    },
    /** A key pressed where the focus is. */
    key: async (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      await flushPromises();
    },
  };
}
