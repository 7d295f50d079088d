import fc from 'fast-check';
import { createColumns } from '../../../../../src/main/history/columns/index.ts';
import type { Columns, SearchRequest } from '../../../../../src/main/history/columns/types.ts';
import { noBillingRules } from '../../../../../src/shared/billing/rule.ts';
import { fold } from '../../../../../src/shared/history/fold.ts';
import { personKeyOf } from '../../../../../src/shared/history/person-key.ts';
import { newestFirst } from '../../../../../src/shared/history/query.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { techniciansOf, tookPart } from '../../../../../src/shared/technician.ts';
import { unionLength } from '../../../../../src/shared/time.ts';
import { billableMs, measuredMs } from '../../../../../src/shared/worktime.ts';

export const base: SearchRequest = {
  search: { terms: [], from: null, to: null, minMs: null, remarks: [], highlights: [] },
  start: -8.64e15,
  end: 8.64e15,
  clients: [],
  technicians: [],
  mine: null,
  types: [],
  states: [],
  invoices: [],
  sort: newestFirst,
  group: 'none',
  zone: 'Europe/Berlin',
  rules: noBillingRules,
};

export const term = (text: string) => ({ text, field: 'any' as const, negated: false });
export const noon = Date.UTC(2026, 9, 24, 10);
const text = fc.constantFrom(
  'Müller',
  'Grüße',
  '',
  '__proto__',
  '\ud800x',
  'Anna',
  'x'.repeat(500),
);
const email = fc.constantFrom('a@x.de', 'B@x.de', null);
export const session: fc.Arbitrary<Session> = fc.record(
  {
    id: fc.uuid(),
    name: text,
    type: fc.constantFrom('Remote', 'Chat', ''),
    state: fc.constantFrom('Open', 'Done'),
    invoiceState: fc.constantFrom('NOT_YET', 'DONE'),
    client: fc.option(
      fc.record(
        { number: fc.option(text), name: text, folderId: fc.constantFrom('f1', 'f2', '__proto__') },
        { noNullPrototype: true },
      ),
    ),
    computer: fc.constant(null),
    participants: fc.array(
      fc.record({
        name: fc.option(text),
        email,
        userId: fc.constant(null),
        companyUuid: fc.constantFrom('c', null),
        fields: fc.constant({}),
      }),
      { maxLength: 3 },
    ),
    durationMs: fc.option(fc.integer({ min: -5, max: 9_000_000 })),
    customDurationMs: fc.option(fc.integer({ min: -5, max: 9_000_000 })),
    commentsLink: fc.constant(null),
    createdAt: fc.integer({ min: 0, max: 60 }).map((n) => noon + n * 1_800_000),
    finishedAt: fc.option(fc.integer({ min: -2, max: 90 }).map((n) => noon + n * 1_800_000)),
    lastUpdatedAt: fc.constant(noon),
    companyUuid: fc.constant('c'),
  },
  { noNullPrototype: true },
);
export const sessions = fc.array(session, { maxLength: 25 });
const some = (...values: string[]) => fc.subarray(values);
export const request: fc.Arbitrary<SearchRequest> = fc.record({
  search: fc.record({
    terms: fc.array(
      fc.record({
        text: fc.constantFrom('mul', 'grusse', 'a', 'proto', 'x.de'),
        field: fc.constantFrom('any', 'client', 'technician', 'type'),
        negated: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    from: fc.constant(null),
    to: fc.constant(null),
    minMs: fc.option(fc.constant(600_000)),
    remarks: fc.constant([]),
    highlights: fc.constant([]),
  }),
  start: fc.constantFrom(-8.64e15, noon + 5 * 1_800_000),
  end: fc.constantFrom(8.64e15, noon + 50 * 1_800_000),
  clients: some('', 'f1', '__proto__'),
  technicians: some('', 'a@x.de'),
  mine: fc.constantFrom(null, 'b@x.de'),
  types: some('Remote', ''),
  states: some('Done'),
  invoices: some('DONE'),
  sort: fc.constant(newestFirst),
  group: fc.constant('none'),
  zone: fc.constant('Europe/Berlin'),
  rules: fc.constant(noBillingRules),
});

const clientKeys = (s: Session) => [s.client?.folderId ?? ''];
const technicianKeys = (s: Session) => {
  const keys = [...new Set(techniciansOf(s).map(personKeyOf))];
  return keys.length === 0 ? [''] : keys;
};
const keysOf = {
  clients: clientKeys,
  technicians: technicianKeys,
  types: (s: Session) => [s.type],
  states: (s: Session) => [s.state],
  invoices: (s: Session) => [s.invoiceState],
};
type Name = keyof typeof keysOf;
export const facetNames = Object.keys(keysOf) as Name[];

function textsOf(s: Session, field: string): string[] {
  const client = [s.client?.name ?? '', s.client?.number ?? ''];
  const people = s.participants.flatMap((p) => [p.name ?? '', p.email ?? '']);
  if (field === 'client') return client;
  if (field === 'technician') return people;
  return field === 'type' ? [s.type] : [s.name, ...client, ...people];
}

export function naive(held: ReadonlyMap<number, Session>, asked: SearchRequest) {
  const passes = (s: Session, name: Name) => {
    const listed = keysOf[name](s).some((key) => asked[name].includes(key));
    if (name === 'technicians' && asked.mine !== null) return listed || tookPart(s, asked.mine);
    return asked[name].length === 0 || listed;
  };
  const rest = [...held]
    .sort(([a, left], [b, right]) => right.createdAt - left.createdAt || b - a)
    .filter(
      ([, s]) =>
        s.createdAt >= asked.start &&
        s.createdAt < asked.end &&
        measuredMs(s) >= (asked.search.minMs ?? 0) &&
        asked.search.terms.every(
          (t) => textsOf(s, t.field).some((of) => fold(of).includes(t.text)) !== t.negated,
        ),
    );
  const found = rest.filter(([, s]) => facetNames.every((name) => passes(s, name)));
  const facets = facetNames.map((name) => {
    const counts = new Map<string, number>(asked[name].map((key) => [key, 0]));
    for (const [, s] of rest)
      if (facetNames.every((other) => other === name || passes(s, other)))
        for (const key of keysOf[name](s)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [name, [...counts].sort()];
  });
  const ended = found.map(([, s]) => s).filter((s) => s.finishedAt !== null);
  const sum = (of: (s: Session) => number) => ended.reduce((total, s) => total + of(s), 0);
  return {
    pks: found.map(([pk]) => pk),
    facets: Object.fromEntries(facets) as unknown,
    totals: {
      sessions: found.length,
      running: found.length - ended.length,
      measuredMs: sum(measuredMs),
      customMs: sum((s) => Math.max(0, s.customDurationMs ?? 0)),
      billableMs: sum(billableMs),
      wallClockMs: unionLength(ended.map((s) => ({ start: s.createdAt, end: s.finishedAt ?? 0 }))),
    },
  };
}

export function search(columns: Columns, asked: SearchRequest) {
  const found = columns.search(asked, () => false);
  if (found === null) throw new Error('overtaken');
  return found;
}

export function all(columns: Columns, asked: SearchRequest) {
  const { totals, facets, charts, lines, page, pks } = search(columns, asked);
  return { totals, facets, charts, lines, page: page(0, 1000), pks: [...pks()] };
}

export function filled(held: Iterable<readonly [number, Session]>): Columns {
  const columns = createColumns();
  for (const [pk, s] of held) columns.put(pk, s);
  return columns;
}
