import type { RawSession } from '../types.ts';

const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
/** Right-to-left override, isolates left open, zero-width joiners, a line separator and a NUL. */
const bidi = '\u202Egnp.exe\u202C \u2066offen \u200D\u200B\u2028Zeile\u0000Ende';
const farAhead = 8.64e15;

/** What strangers' programs and careless servers put into a session, one kind after the other. */
const spells: readonly ((session: RawSession) => RawSession)[] = [
  (session) => ({ ...session, name: script }),
  (session) => ({ ...session, name: bidi }),
  (session) => ({ ...session, name: 'Drucker größer '.repeat(1334).slice(0, 20_000) }),
  (session) => ({ ...session, name: 'halb \uD83D und \uDE00 verkehrt' }),
  (session) => ({ ...session, name: '' }),
  (session) => ({ ...session, name: '=HYPERLINK("http://x.example";"Rechnung")' }),
  (session) => ({ ...session, duration: -3_600_000 }),
  (session) => ({ ...session, duration: Number.MAX_SAFE_INTEGER, customDuration: 1e15 }),
  (session) => ({ ...session, customDuration: -1 }),
  (session) => ({ ...session, sessionFinishedAt: session.sessionCreatedAt - 86_400_000 }),
  (session) => ({ ...session, sessionFinishedAt: farAhead, lastUpdatedAt: farAhead }),
  (session) => ({ ...session, commentsLink: 'javascript:alert(document.domain)' }),
  (session) => ({
    ...session,
    clientCompany: session.clientCompany && {
      ...session.clientCompany,
      companyFolderDisplayName: `"; DROP TABLE sessions; -- ${script}`,
      clientId: '-1+1|cmd',
    },
  }),
  (session) => ({
    ...session,
    target: session.target && { ...session.target, computerDisplayName: `@SUM(A1)\r\n${bidi}` },
    participants: session.participants.map((each) => ({ ...each, name: `${script}${bidi}` })),
  }),
];

/** The session as a hostile world tells it; `turn` chooses how. */
export function bewitch(session: RawSession, turn: number): RawSession {
  const spell = spells[turn % spells.length];
  return spell === undefined ? session : spell(session);
}
