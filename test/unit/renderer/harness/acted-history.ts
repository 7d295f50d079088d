import { noRounding } from '../../../../src/shared/billing/rule.ts';
import type { Received, Response } from '../../../../src/shared/bridge/contract.ts';
import { fold } from '../../../../src/shared/history/fold.ts';
import { parseSearch } from '../../../../src/shared/history/parse.ts';
import { personKeyOf, personLabelOf } from '../../../../src/shared/history/person-key.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import {
  pageSize,
  type Facet,
  type HistoryLine,
  type HistoryResult,
  type HistoryRow,
} from '../../../../src/shared/history/result.ts';
import type { SavedView } from '../../../../src/shared/history/view.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { dayOf, systemZone } from '../../../../src/shared/time.ts';
import { detailsOf } from './found.ts';

/** A small history acted out: words, choices and pages; neither periods nor groups nor rounding. */
export function actHistory(all: readonly Session[], now: () => number) {
  let views: readonly SavedView[] = [];
  let number = 0;
  const results = new Map<number, readonly HistoryLine[]>();

  function search({ filter }: HistoryQuery): HistoryResult {
    const { terms, remarks, highlights } = parseSearch(filter.text, dayOf(now(), systemZone()));
    const typed = all.filter((session) =>
      terms.every(({ text, negated }) => textOf(session).includes(text) !== negated),
    );
    const fits = (keys: readonly string[], own: readonly string[]): boolean =>
      keys.length === 0 || keys.some((key) => own.includes(key));
    const found = typed.filter(
      (session) =>
        fits(filter.clients, [session.client?.folderId ?? '']) &&
        fits(filter.technicians, session.participants.map(personKeyOf)) &&
        fits(filter.types, [session.type]) &&
        fits(filter.states, [session.state]) &&
        fits(filter.invoices, [session.invoiceState]),
    );
    const sorted = [...found].sort((a, b) => b.createdAt - a.createdAt);
    const lines = sorted.map((session) => ({ kind: 'session' as const, row: rowOf(session) }));
    number += 1;
    results.set(number, lines);
    const measuredMs = lines.reduce((sum, { row }) => sum + row.measuredMs, 0);
    const running = lines.filter(({ row }) => row.finishedAt === null).length;
    const sums = { sessions: lines.length, running, measuredMs, billableMs: measuredMs };
    const plain = (of: (session: Session) => string): Facet =>
      facetOf(typed, (session) => [{ key: of(session), label: of(session) }]);
    return {
      result: number,
      totals: { ...sums, customMs: 0, wallClockMs: measuredMs },
      held: all.length,
      facets: {
        clients: facetOf(typed, ({ client }) => [
          { key: client?.folderId ?? '', label: client?.name ?? '' },
        ]),
        technicians: facetOf(typed, ({ participants }) =>
          participants.map((each) => ({ key: personKeyOf(each), label: personLabelOf(each) })),
        ),
        types: plain(({ type }) => type),
        states: plain(({ state }) => state),
        invoices: plain(({ invoiceState }) => invoiceState),
        exported: plain(() => 'no'),
      },
      charts: {
        unit: 'day',
        times: [{ day: dayOf(now(), systemZone()), measuredMs }],
        clients: { bars: [], rest: null },
        technicians: { bars: [], rest: null },
      },
      lines: lines.length,
      page: lines.slice(0, pageSize),
      remarks: [...remarks],
      highlights: [...highlights],
    };
  }

  return {
    'history.search': (query: HistoryQuery) => done(search(query)),
    'history.page': ({ result, offset, count }: Received<'history.page'>) =>
      done(results.get(result)?.slice(offset, offset + count) ?? null),
    'history.session': (id: string) => done(detailsOf(id)),
    'history.copyRows': ({ ranges }: Received<'history.copyRows'>) =>
      done(ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)),
    'history.views': () => done([...views]),
    'history.saveView': ({ view, replaces }: Received<'history.saveView'>) => {
      const gone = new Set([view.name, replaces ?? view.name]);
      views = [...views.filter(({ name }) => !gone.has(name)), view];
      return done([...views]);
    },
    'history.removeView': (name: string) => {
      views = views.filter((view) => view.name !== name);
      return done([...views]);
    },
    'history.rules': () => done({ standard: noRounding, clients: {} }),
    'history.previewRule': (): Response<'history.previewRule'> => done({ beforeMs: 0, afterMs: 0 }),
  };
}

function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

function textOf({ name, client, computer, participants }: Session): string {
  const people = participants.map(personLabelOf);
  return fold([name, client?.name, computer?.displayName, ...people].join(' '));
}

function facetOf(
  sessions: readonly Session[],
  keysOf: (session: Session) => readonly { key: string; label: string }[],
): Facet {
  const counts = new Map<string, { label: string; sessions: number }>();
  for (const { key, label } of sessions.flatMap(keysOf)) {
    counts.set(key, { label, sessions: (counts.get(key)?.sessions ?? 0) + 1 });
  }
  const choices = [...counts].map(([key, count]) => ({ key, number: null, ...count }));
  choices.sort((a, b) => b.sessions - a.sessions);
  return { choices: choices.slice(0, 100), total: choices.length };
}

function rowOf(session: Session): HistoryRow {
  const measuredMs = session.durationMs ?? 0;
  return {
    id: session.id,
    name: session.name,
    type: session.type,
    state: session.state,
    invoiceState: session.invoiceState,
    clientName: session.client?.name ?? null,
    clientNumber: session.client?.number ?? null,
    computerName: session.computer?.displayName ?? null,
    technicians: session.participants.map(personLabelOf),
    startedAt: session.createdAt,
    finishedAt: session.finishedAt,
    updatedAt: session.lastUpdatedAt,
    measuredMs,
    customMs: session.customDurationMs,
    billableMs: session.customDurationMs ?? measuredMs,
    hasNote: false,
  };
}
