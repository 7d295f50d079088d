type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key asks of a table whose current line is known. */
export type TableWish =
  /** `line` -1 is the head. */
  | { readonly kind: 'go' | 'stretch'; readonly line: number }
  | { readonly kind: 'open' | 'close' | 'copy' | 'all' | 'toggle' };

/** What a key asks of the head of the table. */
export type HeadWish =
  | { readonly kind: 'column'; readonly by: -1 | 1 }
  | { readonly kind: 'resize'; readonly by: -1 | 1 }
  | { readonly kind: 'sort' }
  | { readonly kind: 'leave' };

/**
 * @param line the current one
 * @param page lines that a page key goes
 */
export function tableWish(event: Key, line: number, lines: number, page: number): TableWish | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return null;
  const command = ctrlKey !== metaKey;
  if (command && key.toLowerCase() === 'c' && !shiftKey) return { kind: 'copy' };
  if (command && key.toLowerCase() === 'a' && !shiftKey) return { kind: 'all' };
  if (key === ' ' && !shiftKey) return { kind: 'toggle' };
  // Ctrl+Home and Ctrl+End lead where Home and End lead.
  if ((ctrlKey || metaKey) && key !== 'Home' && key !== 'End') return null;
  if (key === 'Enter') return { kind: 'open' };
  if (key === 'Escape') return { kind: 'close' };
  const to = lineFor(key, line, lines, page);
  if (to === null) return null;
  const end = Math.max(0, lines - 1);
  if (shiftKey) return { kind: 'stretch', line: Math.min(end, Math.max(0, to)) };
  const up = key === 'ArrowUp' && line <= 0 ? -1 : 0;
  return { kind: 'go', line: Math.min(end, Math.max(up, to)) };
}

export function headWish({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): HeadWish | null {
  if (ctrlKey || metaKey || shiftKey) return null;
  const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
  if (by !== null) return { kind: altKey ? 'resize' : 'column', by };
  if (altKey) return null;
  if (key === 'Enter' || key === ' ') return { kind: 'sort' };
  return key === 'ArrowDown' ? { kind: 'leave' } : null;
}

function lineFor(key: string, line: number, lines: number, page: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return line - 1;
    case 'ArrowDown':
      return line + 1;
    case 'PageUp':
      return line - page;
    case 'PageDown':
      return line + page;
    case 'Home':
      return 0;
    case 'End':
      return lines - 1;
    default:
      return null;
  }
}
