import {
  computed,
  inject,
  readonly,
  ref,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';

/** What tells the time and wakes us; given from outside so that tests can turn it. */
export interface Clock {
  /** UTC ms. */
  now(): number;
  /** @returns the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** Whether the page can be seen, and when that changes. */
export interface Visibility {
  visible(): boolean;
  onChange(listener: () => void): void;
}

export interface Ticker {
  /** The present in UTC ms, moved on at every full second while the page can be seen. */
  readonly now: Readonly<Ref<number>>;
}

export const tickerKey: InjectionKey<Ticker> = Symbol('ticker');

/**
 * One clock for everything that moves with time. It stands still while the page is hidden and
 * catches up the moment it is seen again, so that it costs nothing in the background.
 */
export function createTicker(clock: Clock, visibility: Visibility): Ticker {
  const now = ref(clock.now());
  let cancel: (() => void) | null = null;
  const tick = (): void => {
    now.value = clock.now();
    cancel = clock.after(1000 - (now.value % 1000), tick);
  };
  const follow = (): void => {
    cancel?.();
    cancel = null;
    if (visibility.visible()) tick();
  };
  visibility.onChange(follow);
  follow();
  return { now: readonly(now) };
}

/** The present, by the second. */
export function useNow(): Readonly<Ref<number>> {
  const ticker = inject(tickerKey);
  if (!ticker) throw new Error('The app was mounted without a ticker.');
  return ticker.now;
}

/** The present, by the minute: for what must not be drawn anew every second. */
export function useMinute(): ComputedRef<number> {
  const now = useNow();
  return computed(() => now.value - (now.value % 60_000));
}
