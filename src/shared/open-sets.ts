import { humanise } from './humanise.ts';
import type { Language } from './settings.ts';

/** The sets of a session whose ids are mostly undocumented: any id may come. */
export type OpenSet = 'type' | 'state' | 'invoice';

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
