import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { LocationQuery, RouteLocationRaw } from 'vue-router';
import { useAccountStore } from './account.ts';

/** Where one last was on each page, so that turning to a page again leads back there. */
export const usePlacesStore = defineStore('places', () => {
  const account = useAccountStore();
  const queries = shallowRef<ReadonlyMap<string, LocationQuery>>(new Map());

  // What somebody looked for is nobody else's business.
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => (queries.value = new Map()),
  );

  return {
    note(page: string, query: LocationQuery): void {
      queries.value = new Map(queries.value).set(page, query);
    },
    linkTo: (page: string): RouteLocationRaw => ({
      name: page,
      query: queries.value.get(page) ?? {},
    }),
  };
});
