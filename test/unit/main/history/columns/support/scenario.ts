import fc from 'fast-check';
import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { anyRequest } from './requests.ts';
import { sessionAround } from './sessions.ts';

const minute = 60_000;
const day = 1440 * minute;

/** A zone, and an instant around which its clock does something. */
const places = [
  { zone: 'Europe/Berlin', at: Date.UTC(2026, 9, 24, 10) },
  { zone: 'Europe/Berlin', at: Date.UTC(2026, 2, 28, 22) },
  { zone: 'America/Sao_Paulo', at: Date.UTC(2018, 10, 3, 12) },
  { zone: 'Pacific/Apia', at: Date.UTC(2011, 11, 29, 12) },
  { zone: 'Asia/Kathmandu', at: Date.UTC(1985, 11, 31, 12) },
  { zone: 'UTC', at: 0 },
] as const;

/** Instants around a place in time, so far apart that charts show days, weeks, months or only a part. */
export interface Around {
  readonly zone: string;
  readonly instant: fc.Arbitrary<number>;
}

export const around: fc.Arbitrary<Around> = fc
  .tuple(
    fc.constantFrom(...places),
    fc.constantFrom(30 * minute, 30 * minute, 7 * 60 * minute, 4 * day, 40 * day, 900 * day),
  )
  .map(([{ zone, at }, step]) => ({
    zone,
    instant: fc.integer({ min: -30, max: 60 }).map((n) => at + n * step),
  }));

export interface Scenario {
  readonly held: ReadonlyMap<number, Session>;
  readonly asked: SearchRequest;
}

/** A history and a request, about the same stretch of time. */
export const scenario: fc.Arbitrary<Scenario> = around.chain((where) =>
  fc.record({
    held: fc
      .array(sessionAround(where.instant), { maxLength: 25 })
      .map((sessions) => new Map(sessions.map((each, at) => [at + 1, each]))),
    asked: anyRequest(where),
  }),
);
