import { humanise } from './humanise.ts';
import type { Language } from './language.ts';

/** The sets whose ids are mostly undocumented: any id may come. `error` is what the server refuses with. */
export type OpenSet =
  'type' | 'state' | 'invoice' | 'terms' | 'error' | 'login' | 'channel' | 'role';

type Words = ReadonlyMap<string, Readonly<Record<Language, string>>>;

const words: Readonly<Record<OpenSet, Words>> = {
  type: new Map([
    ['AdHocSessionForSupporter', { de: 'Ad-hoc-Sitzung', en: 'Ad hoc session' }],
    ['RemoteAccessSession', { de: 'Fernzugriff', en: 'Remote access' }],
    ['RemoteOfficeSession', { de: 'Remote-Office', en: 'Remote office' }],
  ]),
  state: new Map([
    ['AwaitingAccessAsParticipant', { de: 'Wartet auf Zugriff', en: 'Waiting for access' }],
    ['AwaitingParticipant', { de: 'Wartet auf Teilnehmer', en: 'Waiting for participant' }],
    ['Finished', { de: 'Beendet', en: 'Finished' }],
    ['Interrupted', { de: 'Unterbrochen', en: 'Interrupted' }],
    ['Running', { de: 'Läuft', en: 'Running' }],
    ['Scheduled', { de: 'Geplant', en: 'Scheduled' }],
  ]),
  invoice: new Map([
    ['Invoiced', { de: 'Abgerechnet', en: 'Invoiced' }],
    ['NotRequired', { de: 'Nicht abzurechnen', en: 'Not to be invoiced' }],
    ['Open', { de: 'Offen', en: 'Open' }],
  ]),
  terms: new Map([
    ['Accepted', { de: 'Akzeptiert', en: 'Accepted' }],
    ['Declined', { de: 'Abgelehnt', en: 'Declined' }],
    ['NotRequested', { de: 'Nicht verlangt', en: 'Not requested' }],
  ]),
  login: new Map([
    ['email_password', { de: 'E-Mail und Kennwort', en: 'E-mail and password' }],
    [
      'email_password_challenge',
      { de: 'E-Mail, Kennwort und zweiter Faktor', en: 'E-mail, password and second factor' },
    ],
  ]),
  channel: new Map([
    ['google_authenticator', { de: 'Google Authenticator', en: 'Google Authenticator' }],
  ]),
  role: new Map([['teamMember', { de: 'Teammitglied', en: 'Team member' }]]),
  error: new Map([
    [
      'Ac_ServiceSupplyExceeded',
      { de: 'Leistungsumfang ausgeschöpft', en: 'Service supply exceeded' },
    ],
    ['AgentNotInstalled', { de: 'Agent nicht installiert', en: 'Agent not installed' }],
    ['FunctionNotAvailable', { de: 'Funktion nicht verfügbar', en: 'Function not available' }],
    ['NoError', { de: 'Kein Fehler', en: 'No error' }],
    [
      'NotAllServicesAvailable',
      { de: 'Nicht alle Dienste verfügbar', en: 'Not all services available' },
    ],
    ['ServiceNotRunning', { de: 'Dienst läuft nicht', en: 'Service not running' }],
    ['ServiceNotSupported', { de: 'Dienst nicht unterstützt', en: 'Service not supported' }],
    ['SharingViolation', { de: 'Zugriffskonflikt', en: 'Sharing violation' }],
    ['TimeOut', { de: 'Zeitüberschreitung', en: 'Timeout' }],
    ['TryAgainLater', { de: 'Später noch einmal versuchen', en: 'Try again later' }],
    ['UnsupportedVersionUsed', { de: 'Version nicht unterstützt', en: 'Version not supported' }],
  ]),
};

/** What an id is called: translated where there are words for it, else spelt out. */
export function openSetWord(set: OpenSet, id: string, language: Language): string {
  return words[set].get(id)?.[language] ?? humanise(id);
}

/** Everything an id may be searched by: its words in both languages, and spelt out. */
export function openSetWords(set: OpenSet, id: string): readonly string[] {
  const known = words[set].get(id);
  return [...new Set(known ? [known.de, known.en, humanise(id)] : [humanise(id)])];
}
