import type { Clipboard } from 'electron';
import { mostCopied } from '../shared/bridge/contract.ts';
import type { HistoryQuery } from '../shared/history/query.ts';
import { tableText } from '../shared/history/table-text.ts';
import type { Language } from '../shared/language.ts';
import type { HistoryDeps } from './bridge/history.ts';
import type { Question } from './history/search/types.ts';
import type { History } from './history/types.ts';

/** The history of whoever is signed in. */
export interface OwnHistory {
  readonly history: History;
  readonly ownEmail: string | null;
  /** The account behind the address, once the server told it. */
  readonly ownUserId: string | null;
}

export interface LookupDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => OwnHistory;
  /** UTC ms. */
  readonly clock: () => number;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
  readonly language: () => Language;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  /** A note or a rule is another: what is shown of the history must be read again. */
  readonly onChanged: () => void;
}

/** What windows ask of the history, asked with when, where and by whom. */
export function createLookup(deps: LookupDeps): HistoryDeps {
  const { own, clock, zone, language, clipboard, onChanged } = deps;
  const asked = (query: HistoryQuery): Question => ({
    query,
    now: clock(),
    zone: zone(),
    ownEmail: own().ownEmail,
    ownUserId: own().ownUserId,
  });
  return {
    search: async (query) => own().history.search(asked(query)),
    page: async ({ result, offset, count }) => own().history.page(result, offset, count),
    session: async (id) => own().history.session(id, zone()),
    async setNote({ id, note }) {
      await own().history.setNote(id, note);
      onChanged();
    },
    async copyRows({ result, ranges, columns }) {
      const rows = await own().history.rowsOf(result, ranges, mostCopied);
      if (!rows) return null;
      await clipboard.writeText(tableText(rows, columns, { language: language(), zone: zone() }));
      return rows.length;
    },
    views: async () => own().history.views(),
    saveView: async ({ view, replaces }) => own().history.saveView(view, replaces),
    removeView: async (name) => own().history.removeView(name),
    rules: async () => own().history.rules(),
    async setRule({ client, rule }) {
      const rules = await own().history.setRule(client, rule);
      onChanged();
      return rules;
    },
    previewRule: async ({ query, client, rule }) =>
      own().history.previewRule(asked(query), client, rule),
  };
}
