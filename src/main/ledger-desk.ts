import { ProblemError } from '../shared/problem.ts';
import type { LedgerDeps } from './bridge/exports.ts';
import { hashOf } from './exports/index.ts';
import type { OwnHistory } from './lookup.ts';

export interface LedgerDeskDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => OwnHistory;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
}

/** What windows ask about the exports that were made. */
export function createLedgerDesk({ own, zone }: LedgerDeskDeps): LedgerDeps {
  return {
    list: async ({ offset, count }) => own().history.exports.entries(offset, count, zone()),
    async verify(id) {
      const records = await own().history.exports.list();
      const record = records.find((each) => each.id === id);
      if (!record)
        throw new ProblemError({ code: 'invalid-request' }, { message: 'no such export' });
      const sha256 = await hashOf(record.path);
      if (sha256 === null) return 'gone';
      return sha256 === record.sha256 ? 'same' : 'changed';
    },
    differences: async ({ id, offset, count }) =>
      own().history.exports.differences(id, offset, count, zone()),
  };
}
