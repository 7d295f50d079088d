import type { Participant, Session } from '../../../../../src/shared/session.ts';

/** Deterministic numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function uuidFrom(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end)).join('-');
}

export const companyUuid = '7c0e8f54-96a1-4a41-8a33-0f4f8b7f5e10';

export const technician: Participant = {
  name: 'Jana Weiß',
  email: 'jana@systemhaus.example',
  userId: 'auth0|jana',
  companyUuid,
  fields: { name: 'Jana Weiß', email: 'jana@systemhaus.example', role: 'Supporter', joinedAt: 17 },
};

/** A session of one hour with everything filled in; `changes` overrides. */
export function sessionOf(changes: Partial<Session> & { id: string }): Session {
  const createdAt = changes.createdAt ?? Date.UTC(2026, 10, 23, 9);
  const finishedAt = createdAt + 3_600_000;
  return {
    name: 'Drucker druckt nicht',
    type: 'AdHocSessionForSupporter',
    state: 'Finished',
    invoiceState: 'Invoiced',
    client: {
      number: '00417',
      name: 'Müller & Söhne',
      folderId: '0d3b1a0e-1111-4222-8333-944445555666',
    },
    computer: {
      id: '1f3b1a0e-1111-4222-8333-944445555666',
      displayName: 'PC-EMPFANG',
      hostName: 'pc-empfang.local',
      userDisplayName: 'empfang',
      termsName: null,
      termsState: 'Accepted',
    },
    participants: [technician],
    durationMs: 3_600_000,
    customDurationMs: null,
    commentsLink: `https://web.example/sessions/${changes.id}/comments`,
    createdAt,
    finishedAt,
    lastUpdatedAt: finishedAt,
    companyUuid,
    ...changes,
  };
}

/** Sessions spread over a stretch of time, about one in ten beside another in the same millisecond. */
export function manySessions(count: number, start: number, end: number, seed = 1): Session[] {
  const random = randomFrom(seed);
  let createdAt = start;
  return Array.from({ length: count }, (_, at) => {
    if (random() > 0.1) createdAt = start + Math.floor(((end - start) * (at + random())) / count);
    const duration = Math.floor(random() * 5_400_000);
    return sessionOf({
      id: uuidFrom(random),
      name: `Sitzung ${Math.floor(random() * 50)}`,
      createdAt,
      finishedAt: createdAt + duration,
      durationMs: duration,
      lastUpdatedAt: createdAt + duration,
    });
  });
}
