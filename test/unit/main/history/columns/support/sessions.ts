import fc from 'fast-check';
import { exportMarks } from '../../../../../../src/shared/exports/mark.ts';
import type { Participant, Session } from '../../../../../../src/shared/session.ts';
import { marked } from './marks.ts';
import { texts } from './texts.ts';

const text = fc.constantFrom(...texts);
const hour = 3_600_000;

export const folderIds: readonly string[] = [
  '',
  '__proto__',
  ...Array.from({ length: 10 }, (_, at) => `f${at}`),
];
export const types: readonly string[] = ['AdHocSessionForSupporter', 'NEW_KIND', '', '__proto__'];
export const states: readonly string[] = ['Finished', 'Running', 'toString'];
export const invoices: readonly string[] = ['Open', 'Invoiced', 'NOT_YET'];
export const emails: readonly string[] = ['a@x.de', 'A@X.de', ' b@x.de ', 'c@x.de', ''];

/** A record with the usual prototype, as messages between threads make them. */
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, keyof T>(shape, { noNullPrototype: true });

const participant: fc.Arbitrary<Participant> = record({
  name: fc.option(text),
  email: fc.option(fc.constantFrom(...emails)),
  userId: fc.option(fc.constantFrom('u1', 'u2')),
  companyUuid: fc.constantFrom('c', 'c', 'other', null),
  fields: fc.constant({}),
});

/** Missing, none, negative, usual and absurd: small enough for any sum of them to be exact. */
const duration = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, 59_999, 15 * 60_000, hour) },
    { weight: 1, arbitrary: fc.constantFrom(-1, -5e12, 1e13, 87 * hour) },
  ),
  { freq: 4 },
);

/** From the beginning to the end: before it, at once, soon, over days; null while it runs. */
const length = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 * hour }) },
    { weight: 3, arbitrary: fc.constantFrom(0, 1, -1, -5 * hour, 24 * hour, 30 * hour, 99 * hour) },
    { weight: 1, arbitrary: fc.constantFrom(-1e12, 4e12) },
  ),
  { freq: 6 },
);

/** A session of a small world: most of its values stand in other sessions too. */
export function sessionAround(instant: fc.Arbitrary<number>): fc.Arbitrary<Session> {
  return fc
    .tuple(
      record<Omit<Session, 'finishedAt'>>({
        id: fc.uuid(),
        name: text,
        type: fc.constantFrom(...types),
        state: fc.constantFrom(...states),
        invoiceState: fc.constantFrom(...invoices),
        client: fc.option(
          record({
            number: fc.option(text),
            name: text,
            folderId: fc.constantFrom(...folderIds),
          }),
        ),
        computer: fc.option(
          record({
            id: fc.uuid(),
            displayName: text,
            hostName: fc.option(text),
            userDisplayName: fc.constant(null),
            termsName: fc.constant(null),
            termsState: fc.constant('Accepted'),
          }),
        ),
        participants: fc.array(participant, { maxLength: 3 }),
        durationMs: duration,
        customDurationMs: duration,
        commentsLink: fc.constant(null),
        createdAt: instant,
        lastUpdatedAt: instant,
        companyUuid: fc.constant('c'),
      }),
      length,
      fc.constantFrom('no' as const, ...exportMarks),
    )
    .map(([session, took, mark]) =>
      marked({ ...session, finishedAt: took === null ? null : session.createdAt + took }, mark),
    );
}
