import type { Participant, Session } from '../../../../src/shared/session.ts';
import { rangeOfDay, dayOf } from '../../../../src/shared/time.ts';

/** Sessions to draw, placed by local hours of a day so that every picture shows the same morning. */

const minute = 60_000;
const hour = 60 * minute;
export const ownEmail = 'jana.weiss@it-koenig.example';
const company = 'c0ffee00-0000-4000-8000-000000000001';

const people = {
  jana: person('Jana Weiß', ownEmail),
  ayse: person('Ayşe Öz', 'ayse.oez@it-koenig.example'),
  bjorn: person('Björn Strauß-Lindenberg', 'bjoern@it-koenig.example'),
} as const;

function person(name: string, email: string): Participant {
  return { name, email, userId: email, companyUuid: company, fields: {} };
}

export interface Held {
  /** Local hours after midnight, 14.5 for half past two; negative on the day before. */
  readonly from: number;
  /** Null while running. */
  readonly minutes: number | null;
  readonly client: string | null;
  readonly computer: string | null;
  readonly who?: readonly (keyof typeof people)[];
  readonly custom?: number;
  readonly name?: string;
  readonly type?: string;
  readonly state?: string;
  readonly invoice?: string;
  readonly comments?: string;
}

export function sessionOf(held: Held, index: number, dayStart: number): Session {
  const createdAt = dayStart + Math.round(held.from * hour);
  const durationMs = held.minutes === null ? null : held.minutes * minute;
  return {
    id: `session-${index}`,
    name: held.name ?? 'Fernwartung',
    type: held.type ?? 'AdHocSessionForSupporter',
    state: held.state ?? (durationMs === null ? 'SupporterConnected' : 'Finished'),
    invoiceState: held.invoice ?? 'NotYetDecided',
    client:
      held.client === null ? null : { number: '00417', name: held.client, folderId: held.client },
    computer:
      held.computer === null
        ? null
        : {
            id: held.computer,
            displayName: held.computer,
            hostName: held.computer,
            userDisplayName: null,
            termsName: null,
            termsState: 'Accepted',
          },
    participants: (held.who ?? ['jana']).map((key) => people[key]),
    durationMs,
    customDurationMs: held.custom === undefined ? null : held.custom * minute,
    commentsLink: held.comments ?? null,
    createdAt,
    finishedAt: durationMs === null ? null : createdAt + durationMs,
    lastUpdatedAt: createdAt,
    companyUuid: company,
  };
}

const link = 'https://app.pcvisit.example/comments/417';

export const ordinaryDay: readonly Held[] = [
  {
    from: 8.07,
    minutes: 22,
    client: 'Weiß Steuerberatung',
    computer: 'WS-04',
    invoice: 'Invoiced',
  },
  {
    from: 8.63,
    minutes: 41,
    client: 'Autohaus Jäger GmbH & Co. KG',
    computer: 'EMPFANG-2',
    who: ['ayse'],
  },
  {
    from: 9.1,
    minutes: 34,
    client: 'Müller & Söhne',
    computer: 'PC-LAGER',
    who: ['bjorn'],
    comments: link,
  },
  { from: 9.35, minutes: 18, client: 'Ärztehaus Nord', computer: 'SRV-01' },
  {
    from: 11.67,
    minutes: 85,
    custom: 90,
    client: 'Kanzlei Groß',
    computer: 'NB-GROSS',
    comments: link,
    name: 'Umzug Postfach',
  },
  { from: 12.1, minutes: 12, client: null, computer: null, who: ['ayse'], type: 'PermanentAccess' },
  {
    from: 14.03,
    minutes: 26,
    client: 'Ärztehaus Nord',
    computer: 'SRV-01',
    who: ['ayse'],
    state: 'ClosedBySupporter',
  },
];

export const running: Held = {
  from: 14.52,
  minutes: null,
  client: 'Müller & Söhne',
  computer: 'PC-EMPFANG',
  name: 'Drucker im Empfang',
};

export const overMidnight: Held = {
  from: -0.75,
  minutes: 95,
  client: 'Klinikum am Park',
  computer: 'SRV-BACKUP',
  name: 'Nachtwartung',
};

/** Names that strangers choose. */
export const hostileDay: readonly Held[] = [
  {
    from: 9,
    minutes: 30,
    client: '<img src=x onerror="document.title=\'pwned\'">',
    computer: '{{ constructor.constructor("document.title=1")() }}',
    name: '<script>document.title="pwned"</script>',
    type: 'toString',
    state: '__proto__',
    comments: 'javascript:document.title=1',
  },
  {
    from: 10,
    minutes: 999_999,
    client:
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
    computer: 'PC-\u202Egnp.exe\u202C-' + 'A'.repeat(200),
    name: '🙂'.repeat(120),
    state: 'A'.repeat(300),
  },
  {
    from: 11,
    minutes: 0,
    client: '@:app.name | {n} %{n}',
    computer: '‏مكتب‏',
    custom: 0,
    type: '',
    state: '???',
  },
  {
    from: 12,
    minutes: null,
    client: 'Ünïcödé ﷽ Z̷̢̛a̴l̵g̶o̸',
    computer: ' ',
    state: 'AwaitingAccessAsParticipant',
  },
];

/** The six days before, so that the week has a shape. */
export function weekBefore(now: number, zone: string): readonly Session[] {
  const hours = [3.2, 0, 0, 5.1, 4.4, 6.25];
  return hours.flatMap((each, index) => {
    if (each === 0) return [];
    const { start } = rangeOfDay(dayOf(now - (index + 1) * 24 * hour, zone), zone);
    const held = { from: 8.5, minutes: each * 60, client: 'Kanzlei Groß', computer: 'NB-GROSS' };
    return [sessionOf(held, 1000 + index, start)];
  });
}

/** A busy team: `count` sessions over the day, many at a time. */
export function crowdedDay(count: number): readonly Held[] {
  return Array.from({ length: count }, (_, index) => ({
    from: 7 + (index * 7.5) / count,
    minutes: 5 + ((index * 37) % 50),
    client: `Kunde ${index % 40}`,
    computer: `PC-${index}`,
    who: [(['jana', 'ayse', 'bjorn'] as const)[index % 3] ?? 'jana'],
  }));
}
