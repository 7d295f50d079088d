import type { Participant, Session } from './session.ts';

type Attended = Pick<Session, 'participants' | 'companyUuid'>;

/**
 * The participants who work for the session's own company. Where the server tells no participant's
 * company, those with an e-mail address stand in: guests who join by a session number have none.
 */
export function techniciansOf(session: Attended): readonly Participant[] {
  const colleagues = session.participants.filter((p) => p.companyUuid === session.companyUuid);
  if (colleagues.length > 0) return colleagues;
  if (session.participants.some((p) => p.companyUuid !== null)) return [];
  return session.participants.filter((p) => p.email !== null);
}

/**
 * Whether the person with this e-mail address, or this account, took part. Addresses compare without case; null is
 * an account that is not known.
 */
export function tookPart(session: Attended, email: string, userId: string | null = null): boolean {
  const wanted = email.trim().toLowerCase();
  return session.participants.some(
    (p) => p.email?.toLowerCase() === wanted || (userId !== null && p.userId === userId),
  );
}
