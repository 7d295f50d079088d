import type { FoundLine, SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { unionLength } from '../../../../../../src/shared/time.ts';
import { measuredMs } from '../../../../../../src/shared/worktime.ts';
import type { Everything } from '../support/columns.ts';
import { billableOfAll, billableOfOne } from './billing.ts';
import { chartsOf } from './charts.ts';
import { facetsOf } from './facets.ts';
import { isAsked, passesAll } from './filter.ts';
import { groupsOf } from './groups.ts';
import { labelsOf } from './names.ts';
import { type Entry, inOrder, newestFirst } from './order.ts';

/** What a search has to answer, worked out from the plain sessions, one question after the other. */
export function naiveAnswer(held: ReadonlyMap<number, Session>, asked: SearchRequest): Everything {
  const everyone = newestFirst(held);
  const labels = labelsOf(everyone);
  const rest = everyone.filter(([, session]) => isAsked(session, asked));
  const found = rest.filter(([, session]) => passesAll(session, asked));
  const sessions = found.map(([, session]) => session);
  const sorted = inOrder(found, asked);
  const groups = groupsOf(sorted, asked, labels);
  const lineOf = ([pk, session]: Entry): FoundLine => ({
    kind: 'session',
    pk,
    billableMs: billableOfOne(session, asked.rules),
  });
  const page =
    groups?.flatMap(({ key, label, entries }): FoundLine[] => {
      const members = entries.map(([, session]) => session);
      const head = { key, label, ...sumsOf(members, asked) };
      return [{ kind: 'group', group: head }, ...entries.map(lineOf)];
    }) ?? sorted.map(lineOf);
  return {
    totals: { ...sumsOf(sessions, asked), wallClockMs: wallClockOf(sessions) },
    facets: facetsOf(
      rest.map(([, session]) => session),
      asked,
      labels,
    ),
    charts: chartsOf(sessions, asked.zone, labels),
    lines: page.length,
    page,
    pks: [...new Set(page.flatMap((line) => (line.kind === 'session' ? line.pk : [])))],
  };
}

function sumsOf(sessions: readonly Session[], { rules, zone }: SearchRequest) {
  const ended = sessions.filter(({ finishedAt }) => finishedAt !== null);
  const sum = (of: (session: Session) => number) =>
    ended.reduce((total, session) => total + of(session), 0);
  return {
    sessions: sessions.length,
    running: sessions.length - ended.length,
    measuredMs: sum(measuredMs),
    customMs: sum((session) => Math.max(0, session.customDurationMs ?? 0)),
    billableMs: billableOfAll(ended, rules, zone),
  };
}

function wallClockOf(sessions: readonly Session[]): number {
  return unionLength(
    sessions.flatMap(({ createdAt, finishedAt }) =>
      finishedAt === null ? [] : { start: createdAt, end: finishedAt },
    ),
  );
}
