import { vi } from 'vitest';
import type { ClientsDeps } from '../../../../src/main/bridge/clients.ts';
import { presentImprint, presentPerson } from '../../../../src/main/clients/present.ts';
import type { ClientDetails } from '../../../../src/shared/clients/client.ts';
import type { ImprintState } from '../../../../src/shared/clients/imprint.ts';
import type { LocalPreview, LocalRule } from '../../../../src/shared/clients/local-rule.ts';
import type { KnownPerson, PersonState } from '../../../../src/shared/clients/person.ts';

export const entry = {
  key: 'f',
  name: 'Müller',
  number: '00417',
  isLocal: false,
  sessions: 3,
  running: 1,
  measuredMs: 60_000,
  monthMs: 60_000,
  openSessions: 1,
  openMs: 900_000,
  lastAt: 1,
  weeks: Array.from({ length: 12 }, (_, nth) => nth),
};

export const list = { clients: [entry], weeks: ['2026-11-16', '2026-11-23'] };

export const details: ClientDetails = {
  entry,
  contacts: [{ name: 'Jana Weiß', email: 'jana@systemhaus.example', isColleague: true }],
  enteredId: 'C004711',
};

export const imprint: ImprintState = {
  client: 'f',
  status: 'found',
  card: presentImprint(
    {
      companyName: 'Müller & Söhne GmbH',
      companyId: 'C004711',
      customerUuid: 'u',
      address: [{ name: 'city', part: 'city', value: 'Lüneburg' }],
      email: 'info@mueller.example',
      phone: '+494131123456',
      vatId: 'DE136695976',
    },
    'data:image/png;base64,AA==',
  ),
  foundBy: 'entered',
  nameDiffers: false,
  enteredId: 'C004711',
  asOf: 1,
  refreshing: false,
  problem: null,
};

const policy = {
  type: 'email_password',
  challengeChannel: null,
  allowRememberBrowser: true,
  companyMayChangePhoneNumber: null,
};

export const person: PersonState = {
  email: 'jana@systemhaus.example',
  status: 'found',
  card: presentPerson(
    {
      userId: 'auth0|jana',
      firstName: 'Jana',
      lastName: 'Weiß',
      email: 'jana@systemhaus.example',
      emailVerified: true,
      phone: null,
      companies: ['u'],
      companiesInCharge: [],
      createdAt: 1,
      lastLogin: 2,
      lastPasswordReset: null,
      policies: [{ companyUuid: 'u', role: 'teamMember', policy }],
      strongestPolicy: policy,
    },
    null,
    { u: 'Systemhaus' },
  ),
  asOf: 1,
  problem: null,
};

export const rules: LocalRule[] = [
  { field: 'computer', pattern: 'WS-#-*', client: null },
  { field: 'session', pattern: '*kasse*', client: { key: null, name: 'Laden', number: null } },
];

export const preview: LocalPreview = {
  sessions: 2,
  assigned: 1,
  rules: [
    {
      sessions: 1,
      measuredMs: 900_000,
      examples: [{ session: 'Drucker', computer: 'WS-00417-1', client: 'Müller', startedAt: 1 }],
    },
    { sessions: 0, measuredMs: 0, examples: [] },
  ],
};

export const known: KnownPerson[] = [
  { userId: 'auth0|jana', name: 'Jana Weiß', email: null, isColleague: true },
];

export const payload = { base64: 'e30=', payload: '{}', signature: 's' };

/** What each call asks, and what comes of it. */
export const examples = {
  'clients.list': [undefined, list],
  'clients.read': [{ client: 'f' }, details],
  'clients.imprint': [{ client: null }, imprint],
  'clients.refreshImprint': [{ client: 'f' }, imprint],
  'clients.setCompanyId': [{ client: 'f', id: 'C004711' }, imprint],
  'clients.saveCard': [{ client: 'f' }, 'Müller.vcf'],
  'clients.rules': [undefined, rules],
  'clients.setRules': [rules, rules],
  'clients.previewRules': [rules, preview],
  'people.find': [{ email: 'jana@systemhaus.example', fresh: true }, person],
  'people.saveCard': [{ email: 'jana@systemhaus.example' }, null],
  'people.known': [undefined, known],
  'people.tokenPayload': [{ userId: 'auth0|jana' }, payload],
} as const;

export function clientsDouble() {
  return {
    list: vi.fn(() => Promise.resolve(list)),
    read: vi.fn(() => Promise.resolve(details)),
    imprint: vi.fn(() => Promise.resolve(imprint)),
    refreshImprint: vi.fn(() => Promise.resolve(imprint)),
    setCompanyId: vi.fn(() => Promise.resolve(imprint)),
    saveCard: vi.fn(() => Promise.resolve('Müller.vcf')),
    rules: vi.fn(() => Promise.resolve(rules)),
    setRules: vi.fn(() => Promise.resolve(rules)),
    previewRules: vi.fn(() => Promise.resolve(preview)),
    findPerson: vi.fn(() => Promise.resolve(person)),
    savePerson: vi.fn(() => Promise.resolve(null)),
    knownPeople: vi.fn(() => Promise.resolve(known)),
    tokenPayload: vi.fn(() => Promise.resolve(payload)),
  } satisfies ClientsDeps;
}
