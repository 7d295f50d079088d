import type { HistoryGroupLine } from '../../../shared/history/result.ts';
import type { Found } from '../columns/types.ts';

/** The head of a group among what was found. */
export interface Head {
  readonly line: HistoryGroupLine;
  /** The row of the first session behind it: the newest, where those come first. */
  readonly newest: number | null;
}

/** Lines read at once: many small groups, or the beginning of a large one, the rest of which is passed over. */
const chunk = 1024;

/** The heads of groups: behind each come as many lines as it has sessions. */
export function* headsOf(found: Found): Generator<Head> {
  const { lines } = found;
  for (let offset = 0; offset < lines;) {
    const page = found.page(offset, chunk);
    let at = 0;
    while (at < page.length) {
      const head = page[at];
      if (head?.kind !== 'group') return;
      const first = page[at + 1];
      // Its first session stands on the next page.
      if (!first && at > 0) break;
      yield { line: head.group, newest: first?.kind === 'session' ? first.pk : null };
      at += 1 + head.group.sessions;
    }
    if (at === 0) return;
    offset += at;
  }
}
