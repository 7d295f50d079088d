import { type BillingRules, ruleFor } from '../../../../../../src/shared/billing/rule.ts';
import { roundMs } from '../../../../../../src/shared/billing/round.ts';
import { type Billed, billableTotal } from '../../../../../../src/shared/billing/visits.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { billableMs } from '../../../../../../src/shared/worktime.ts';
import { keysOf } from './filter.ts';
import { dayOf } from './calendar.ts';

const folderOf = (session: Session) => session.client?.folderId || null;

/** Of a session by itself: rounded only where its client's rule rounds each session. */
export function billableOfOne(session: Session, rules: BillingRules): number {
  const rule = ruleFor(rules, folderOf(session));
  const isMerged = rule.mergeGap > 0 || rule.per === 'clientDay';
  return isMerged ? billableMs(session) : roundMs(billableMs(session), rule);
}

/** Of several sessions together, client by client. */
export function billableOfAll(
  sessions: readonly Session[],
  rules: BillingRules,
  zone: string,
): number {
  const byFolder = new Map<string | null, Billed[]>();
  for (const [key, session] of sessions.entries()) {
    if (session.finishedAt === null) continue;
    const billed = byFolder.get(folderOf(session)) ?? [];
    byFolder.set(folderOf(session), billed);
    billed.push({
      key,
      start: session.createdAt,
      end: session.finishedAt,
      billableMs: billableMs(session),
      crew: JSON.stringify(keysOf.technicians(session).toSorted()),
    });
  }
  return [...byFolder].reduce(
    (sum, [folderId, billed]) =>
      sum + billableTotal(billed, ruleFor(rules, folderId), (at) => dayOf(at, zone)),
    0,
  );
}
