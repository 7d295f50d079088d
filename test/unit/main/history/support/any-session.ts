import fc from 'fast-check';
import type { Participant, Session, SessionComputer } from '../../../../../src/shared/session.ts';

/** Records as JSON and messages between threads make them: with the usual prototype. */
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, keyof T>(shape, { noNullPrototype: true });

// Text of every kind: half surrogate pairs, zero bytes, right-to-left, formulas, uuids in both cases.
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\ud800',
    'a\udfff\u0000b',
    '\u202eevil',
    "'; DROP TABLE sessions; --",
    '=1+1',
    '42',
    '1e3',
  ),
  fc.uuid(),
  fc.uuid().map((uuid) => uuid.toUpperCase()),
);
const instant = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const duration = fc.option(instant);
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as never);
const participant: fc.Arbitrary<Participant> = record({
  name: fc.option(text),
  email: fc.option(text),
  userId: fc.option(text),
  companyUuid: fc.option(text),
  fields: fc.dictionary(fc.oneof(text, fc.constantFrom('joinedAt', 'leftAt')), json, {
    noNullPrototype: true,
  }),
});
const plainComputer = {
  id: text,
  displayName: text,
  hostName: fc.option(text),
  userDisplayName: fc.option(text),
  termsName: fc.option(text),
  termsState: text,
};
// Device ids are there only where they were asked for.
const computer: fc.Arbitrary<SessionComputer> = fc.oneof(
  record(plainComputer),
  record({ ...plainComputer, macAddress: fc.option(text), teamViewerId: fc.option(text) }),
);
/** A session with whatever a server could put into it. */
export const anySession: fc.Arbitrary<Session> = record({
  id: text,
  name: text,
  type: text,
  state: text,
  invoiceState: text,
  client: fc.option(record({ number: fc.option(text), name: text, folderId: text })),
  computer: fc.option(computer),
  participants: fc.array(participant, { maxLength: 3 }),
  durationMs: duration,
  customDurationMs: duration,
  commentsLink: fc.option(text),
  createdAt: instant,
  finishedAt: duration,
  lastUpdatedAt: instant,
  companyUuid: text,
}).chain((each) =>
  // Most links hold the session's id.
  fc
    .constantFrom(each.commentsLink, `https://x.example/${each.id}/comments?s=${each.id}`)
    .map((commentsLink) => ({
      ...each,
      commentsLink,
    })),
);
