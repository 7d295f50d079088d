import { noRounding } from '../../../../src/shared/billing/rule.ts';
import type { SessionDetails } from '../../../../src/shared/history/details.ts';
import { newestFirst, noFilter, type HistoryQuery } from '../../../../src/shared/history/query.ts';
import type { Bar, Charts, HistoryResult } from '../../../../src/shared/history/result.ts';

const minute = 60_000;

export const everything: HistoryQuery = { filter: noFilter, sort: newestFirst, group: 'none' };

export function bar(key: string, minutes: number, label = key): Bar {
  return { key, label, sessions: 3, measuredMs: minutes * minute };
}

/** Days in a row up to a Monday, each with as many minutes as its place. */
export function daysUpTo(last: string, count: number): Charts['times'] {
  const end = Date.parse(`${last}T00:00Z`);
  return Array.from({ length: count }, (_, index) => ({
    day: new Date(end - (count - 1 - index) * 24 * 60 * minute).toISOString().slice(0, 10),
    measuredMs: (index + 1) * minute,
  }));
}

export const someCharts: Charts = {
  unit: 'day',
  times: daysUpTo('2026-11-23', 14).map((time, index) =>
    index === 13 ? { ...time, measuredMs: 204 * minute } : time,
  ),
  clients: {
    bars: [bar('f-mueller', 730, 'Müller & Söhne'), bar('f-weiss', 485, 'Weiß'), bar('', 60, '')],
    rest: null,
  },
  technicians: {
    bars: [bar('a@it.example', 900, 'Ayşe Öz'), bar('', 300, '')],
    rest: null,
  },
};

const noFacet = { choices: [], total: 0 };

export const someResult: HistoryResult = {
  result: 1,
  totals: {
    sessions: 9,
    running: 0,
    measuredMs: 0,
    customMs: 0,
    billableMs: 0,
    wallClockMs: 0,
  },
  held: 9,
  facets: {
    clients: {
      choices: [
        { key: 'f-mueller', label: 'Müller & Söhne', number: '00417', sessions: 6 },
        { key: 'f-weiss', label: 'Weiß', number: null, sessions: 2 },
        { key: '', label: '', number: null, sessions: 1 },
      ],
      total: 3,
    },
    technicians: noFacet,
    types: noFacet,
    states: noFacet,
    invoices: noFacet,
    exported: noFacet,
  },
  charts: someCharts,
  lines: 9,
  page: [],
  remarks: [],
  highlights: [],
};

/** A session of Monday, 23 November 2026, 14:02:11 to 14:28:40 in Berlin. */
export function detailsOf(id: string, other: Partial<SessionDetails> = {}): SessionDetails {
  const startedAt = Date.UTC(2026, 10, 23, 13, 2, 11);
  const finishedAt = Date.UTC(2026, 10, 23, 13, 28, 40);
  return {
    id,
    name: 'Umzug Postfach',
    type: 'AdHocSessionForSupporter',
    state: 'Finished',
    invoiceState: 'NotYetDecided',
    companyUuid: 'company-1',
    client: { name: 'Kanzlei Groß', number: '00417', folderId: 'folder-417' },
    computer: {
      id: 'computer-1',
      displayName: 'NB-GROSS',
      hostName: 'nb-gross.local',
      userDisplayName: 'Frau Groß',
      termsName: 'AGB 2026',
      termsState: 'Accepted',
      macAddress: '00:11:22:33:44:55',
    },
    participants: [
      {
        name: 'Jana Weiß',
        email: 'jana@it.example',
        technician: true,
        fields: [
          { name: 'Email', value: 'jana@it.example' },
          { name: 'extraRoles', value: '["admin"]' },
        ],
      },
    ],
    startedAt,
    finishedAt,
    updatedAt: finishedAt + 5 * minute,
    zone: 'Europe/Berlin',
    durationMs: finishedAt - startedAt,
    measuredMs: finishedAt - startedAt,
    customMs: 85 * minute,
    billableMs: 90 * minute,
    rule: { ...noRounding, mode: 'up', step: 15 },
    ruleIsClients: true,
    commentsLink: 'https://app.pcvisit.example/comments/417',
    exported: 'no',
    exports: [],
    changes: [
      {
        noticedAt: finishedAt + 60 * minute,
        field: 'customDurationMs',
        before: null,
        after: 85 * minute,
      },
      { noticedAt: finishedAt, field: 'state', before: 'Running', after: 'Finished' },
      { noticedAt: finishedAt, field: 'finishedAt', before: null, after: finishedAt },
      {
        noticedAt: finishedAt,
        field: 'client.name',
        before: 'Kanzlei Gros',
        after: 'Kanzlei Groß',
      },
    ],
    vanishedAt: null,
    note: 'Passwort liegt im Tresor.',
    ...other,
  };
}
