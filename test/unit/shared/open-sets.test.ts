import { expect, it } from 'vitest';
import { openSetWord, openSetWords } from '../../../src/shared/open-sets.ts';

it('translates what it knows and spells out the rest', () => {
  expect(openSetWord('state', 'Finished', 'de')).toBe('Beendet');
  expect(openSetWord('invoice', 'Brand_New', 'de')).toBe('Brand new');
  expect(openSetWord('type', 'constructor', 'en')).toBe('Constructor');
  expect(openSetWords('state', 'Finished')).toEqual(['Beendet', 'Finished']);
});

it.each([
  ['type', 'AdHocSessionForSupporter', 'Ad-hoc-Sitzung'],
  ['state', 'AwaitingAccessAsParticipant', 'Wartet auf Zugriff'],
  ['invoice', 'Invoiced', 'Abgerechnet'],
  ['terms', 'Accepted', 'Akzeptiert'],
  ['error', 'Ac_ServiceSupplyExceeded', 'Leistungsumfang ausgeschöpft'],
  ['error', 'TimeOut', 'Zeitüberschreitung'],
  ['error', 'TryAgainLater', 'Später noch einmal versuchen'],
  ['error', 'NoError', 'Kein Fehler'],
  ['error', 'UnsupportedVersionUsed', 'Version nicht unterstützt'],
  ['error', 'FunctionNotAvailable', 'Funktion nicht verfügbar'],
  ['error', 'AgentNotInstalled', 'Agent nicht installiert'],
  ['error', 'SharingViolation', 'Zugriffskonflikt'],
  ['error', 'ServiceNotSupported', 'Dienst nicht unterstützt'],
  ['error', 'ServiceNotRunning', 'Dienst läuft nicht'],
  ['error', 'NotAllServicesAvailable', 'Nicht alle Dienste verfügbar'],
] as const)('says what the documentation names of %s in German: %s', (set, id, word) => {
  expect(openSetWord(set, id, 'de')).toBe(word);
});
