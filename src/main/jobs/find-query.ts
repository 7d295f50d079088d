import { parseSearch } from '../../shared/history/parse.ts';
import { newestFirst, noFilter, type HistoryQuery } from '../../shared/history/query.ts';
import type { Remark } from '../../shared/history/result.ts';
import { starterViews } from '../../shared/history/starter-views.ts';
import type { SavedView } from '../../shared/history/view.ts';

export type WantedQuery =
  | { readonly kind: 'view'; readonly name: string; readonly query: HistoryQuery }
  /** `plain` where there are words alone, as a view's name that was mistyped would be. */
  | { readonly kind: 'search'; readonly query: HistoryQuery; readonly plain: boolean }
  | { readonly kind: 'refused'; readonly remark: Remark };

/**
 * What is meant on a command line: a saved view by its name, else by its name in another case, else one of the views
 * there are from the start, in either language; else a search as History takes it. Where the page would look for what
 * it does not understand as it stands, this refuses: nobody is there to see what was found.
 *
 * @param today a calendar day, `2026-11-23`
 */
export function findQuery(wanted: string, saved: readonly SavedView[], today: string): WantedQuery {
  const name = wanted.trim().normalize('NFC');
  const views = [...saved, ...starterViews('de'), ...starterViews('en')];
  const view =
    saved.find((each) => each.name.normalize('NFC') === name) ??
    views.find((each) => keyOf(each.name) === keyOf(name));
  if (view) return { kind: 'view', name: view.name, query: view.query };
  const { remarks, terms, from, to, minMs } = parseSearch(wanted, today);
  const [remark] = remarks;
  if (remark) return { kind: 'refused', remark };
  const bounded = from !== null || to !== null || minMs !== null;
  return {
    kind: 'search',
    query: { filter: { ...noFilter, text: wanted.trim() }, sort: newestFirst, group: 'none' },
    plain: !bounded && terms.every(({ field, negated }) => field === 'any' && !negated),
  };
}

function keyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
