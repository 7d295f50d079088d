import { nextTick, ref, shallowRef, type Ref } from 'vue';
import type { RuleEntry } from '../clients/rule-entry.ts';

/** A removed rule and where it stood, so that it can come back. */
export interface RemovedRule {
  readonly entry: RuleEntry;
  readonly index: number;
}

type Part = 'open' | 'up' | 'down';

/**
 * Which rule of a list is open, and moving, removing and bringing back: the focus goes along.
 *
 * @param box holds the list; each rule in it carries `data-rule` with its id
 */
export function useRuleList(
  entries: Ref<RuleEntry[]>,
  box: Readonly<Ref<HTMLElement | null>>,
  onEmpty: () => void,
) {
  const opened = ref<number | null>(null);
  const removed = shallowRef<RemovedRule | null>(null);

  async function focus(id: number | undefined, part: Part): Promise<void> {
    await nextTick();
    const line = box.value?.querySelector(`[data-rule="${id ?? ''}"]`);
    const parts = part === 'open' ? [part] : [part, part === 'up' ? 'down' : 'up', 'open'];
    const found = parts
      .map((each) => line?.querySelector<HTMLElement>(`[data-part=${each}]:not(:disabled)`))
      .find((element) => element);
    if (found) found.focus();
    else onEmpty();
  }

  function forget(): void {
    opened.value = null;
    removed.value = null;
  }

  return {
    opened,
    removed,
    forget,
    toggle(id: number): void {
      opened.value = opened.value === id ? null : id;
      if (opened.value === null) void focus(id, 'open');
    },
    /** @returns its new place, from 1; null where it could not move. */
    move(index: number, by: -1 | 1): number | null {
      const [entry, other] = [entries.value[index], entries.value[index + by]];
      if (!entry || !other) return null;
      entries.value.splice(
        Math.min(index, index + by),
        2,
        ...(by < 0 ? [entry, other] : [other, entry]),
      );
      void focus(entry.id, by < 0 ? 'up' : 'down');
      return index + by + 1;
    },
    remove(index: number): void {
      const [entry] = entries.value.splice(index, 1);
      if (!entry) return;
      if (opened.value === entry.id) opened.value = null;
      removed.value = { entry, index };
      void focus((entries.value[index] ?? entries.value[index - 1])?.id, 'open');
    },
    bringBack(): void {
      if (!removed.value) return;
      const { entry, index } = removed.value;
      entries.value.splice(index, 0, entry);
      removed.value = null;
      void focus(entry.id, 'open');
    },
  };
}
