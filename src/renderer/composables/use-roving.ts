import type { Ref } from 'vue';

/** How far a key moves through a list, or to which end; null for any other key. */
export function stepOf(
  key: string,
  along: 'horizontal' | 'vertical',
): number | 'first' | 'last' | null {
  const [back, forth] =
    along === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === back) return -1;
  if (key === forth) return 1;
  if (key === 'PageUp') return -10;
  if (key === 'PageDown') return 10;
  if (key === 'Home') return 'first';
  if (key === 'End') return 'last';
  return null;
}

/**
 * One tab stop for many elements, arrow keys among them. The elements carry their id in
 * `data-roving`; `current` is the id of the one that has or last had the focus.
 */
export function useRoving(
  container: Readonly<Ref<HTMLElement | null>>,
  ids: () => readonly string[],
  current: Ref<string | null>,
  along: 'horizontal' | 'vertical',
) {
  const active = (): string | undefined => {
    const all = ids();
    return all.find((id) => id === current.value) ?? all[0];
  };
  const focus = (id: string): void => {
    current.value = id;
    for (const element of container.value?.querySelectorAll<HTMLElement>('[data-roving]') ?? []) {
      if (element.dataset['roving'] === id) element.focus();
    }
  };
  return {
    tabIndex: (id: string) => (id === active() ? 0 : -1),
    focus,
    onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = stepOf(event.key, along);
      const all = ids();
      if (step === null || all.length === 0) return;
      // Keys within a row, as on its link, start from that row.
      const at = Math.max(0, all.indexOf(active() ?? ''));
      const last = all.length - 1;
      const next =
        step === 'first' ? 0 : step === 'last' ? last : Math.min(last, Math.max(0, at + step));
      const id = all[next];
      if (id === undefined) return;
      event.preventDefault();
      focus(id);
    },
  };
}
