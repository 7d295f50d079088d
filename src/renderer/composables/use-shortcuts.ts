import { onMounted, onUnmounted } from 'vue';

/** What a key press asks for; null for one that is nobody's business. */
export type Wish = { readonly page: number } | 'sync' | null;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/** Ctrl/Cmd+1, +2, … turn to a page; F5 and Ctrl/Cmd+R sync. */
export function wishOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: Key): Wish {
  if (repeat || altKey || shiftKey) return null;
  const command = ctrlKey !== metaKey;
  if (key === 'F5' && !ctrlKey && !metaKey) return 'sync';
  if (!command) return null;
  if (key.toLowerCase() === 'r') return 'sync';
  return /^[1-9]$/.test(key) ? { page: Number(key) } : null;
}

/** Ctrl/Cmd+F anywhere, and `/` where one is not typing, lead to the search of the page. */
export function wantsSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return false;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'f' && !shiftKey;
  const typing = (event.target as Element | null)?.closest?.(
    'input:not([type=checkbox], [type=radio]), textarea, select',
  );
  return key === '/' && !ctrlKey && !typing;
}

/** Ctrl/Cmd+E exports what is seen. */
export function wantsExport({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: Key): boolean {
  return key.toLowerCase() === 'e' && ctrlKey !== metaKey && !altKey && !shiftKey && !repeat;
}

/** @param fulfil returns whether it took up the wish; then the browser does not get the key. */
export function useShortcuts(fulfil: (wish: NonNullable<Wish>) => boolean): void {
  const onKey = (event: KeyboardEvent): void => {
    const wish = wishOf(event);
    if (wish !== null && fulfil(wish)) event.preventDefault();
  };
  onMounted(() => window.addEventListener('keydown', onKey));
  onUnmounted(() => window.removeEventListener('keydown', onKey));
}
