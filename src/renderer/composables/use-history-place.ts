import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { HistoryFilter, HistoryQuery } from '../../shared/history/query.ts';
import { fromRouteQuery, toRouteQuery, type Place } from '../../shared/history/route.ts';
import type { SavedView, ShownColumn } from '../../shared/history/view.ts';
import { useSettingsStore } from '../stores/settings.ts';

/** No more often than this the address follows typing, ms: a browser stops listening to what comes faster. */
const rest = 100;
const name = 'history';

/**
 * Where one is on the page History, kept in the address: back, forward and reload restore it. What is typed
 * takes the place of what was typed before; what is chosen can be gone back from.
 */
export function useHistoryPlace() {
  const route = useRoute();
  const router = useRouter();
  const settings = useSettingsStore();
  const place = shallowRef<Place>(fromRouteQuery(route.query));
  let written = textOf(place.value);
  let writing = 0;
  let queue = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(how: 'push' | 'replace'): void {
    const query = toRouteQuery(place.value);
    written = JSON.stringify(query);
    writing += 1;
    queue = queue
      .then(async () => {
        // Who has turned to another page meanwhile is not fetched back.
        if (route.name === name) await router[how]({ name, query });
      })
      .catch(() => undefined)
      .finally(() => (writing -= 1));
  }

  /** Writes what was typed, now or as soon as the last writing is long enough ago. */
  function follow(): void {
    if (timer !== undefined) return;
    write('replace');
    timer = setTimeout(() => {
      timer = undefined;
      if (textOf(place.value) !== written) follow();
    }, rest);
  }

  function change(next: Partial<Place>, how: 'push' | 'replace' | 'type'): void {
    if (how !== 'type' && textOf(place.value) !== written) write('replace');
    place.value = { ...place.value, ...next };
    if (textOf(place.value) === written) return;
    if (how === 'type') follow();
    else write(how);
  }

  function ask(next: Partial<HistoryQuery>, how: 'push' | 'type' = 'push'): void {
    change({ query: { ...place.value.query, ...next } }, how);
  }

  watch(
    () => route.query,
    (raw) => {
      if (route.name !== name || writing > 0) return;
      const next = fromRouteQuery(raw);
      if (textOf(next) === written) return;
      place.value = next;
      written = textOf(next);
    },
    { flush: 'sync' },
  );
  onScopeDispose(() => clearTimeout(timer));

  /** Own columns on their way to main. */
  const arranged = shallowRef<readonly ShownColumn[] | null>(null);
  const columns = computed(
    () => place.value.columns ?? arranged.value ?? settings.settings.historyColumns,
  );
  async function keep(next: readonly ShownColumn[]): Promise<void> {
    arranged.value = next;
    await settings.change({ historyColumns: [...next] });
    if (arranged.value === next) arranged.value = null;
  }

  return {
    query: computed(() => place.value.query),
    session: computed(() => place.value.session),
    columns,
    ask,
    filter: (next: Partial<HistoryFilter>): void =>
      ask({ filter: { ...place.value.query.filter, ...next } }),
    type: (text: string): void => ask({ filter: { ...place.value.query.filter, text } }, 'type'),
    /** Opens a session beside the list, or none. */
    open(session: string | null): void {
      const opens = session !== null && place.value.session === null;
      change({ session }, opens ? 'push' : 'replace');
    },
    /** Own columns are kept for the next time; those of a view stay in its address. */
    arrange(next: readonly ShownColumn[]): void {
      if (place.value.columns !== null) change({ columns: next }, 'replace');
      else void keep(next);
    },
    /** @param columns whether its columns are wanted besides what it asks. */
    show(view: SavedView, withColumns: boolean): void {
      const same =
        JSON.stringify(view.columns) === JSON.stringify(settings.settings.historyColumns);
      change({ query: view.query, columns: withColumns && !same ? view.columns : null }, 'push');
    },
  };
}

function textOf(place: Place): string {
  return JSON.stringify(toRouteQuery(place));
}
