import type { Language } from '../../../shared/language.ts';

const de = {
  title: 'Leistungsnachweis',
  client: 'Kunde',
  noClient: 'Ohne Kunde',
  clientNumber: 'Kundennummer',
  period: 'Zeitraum',
  document: 'Dokument',
  asOf: 'Stand',
  phone: 'Telefon',
  email: 'E-Mail',
  vatId: 'USt-IdNr.',
  columns: {
    date: 'Datum',
    start: 'Beginn',
    end: 'Ende',
    technician: 'Techniker',
    computer: 'Computer',
    activity: 'Tätigkeit',
    measured: 'Dauer',
    billable: 'Abrechenbar',
    day: 'Tag',
  },
  daySum: 'Summe des Tages',
  total: 'Gesamt',
  sessions: (count: string, one: boolean) => `${count} ${one ? 'Sitzung' : 'Sitzungen'}`,
  nothing: 'In diesem Zeitraum gibt es keine Sitzungen.',
  running: 'läuft',
  provisional: 'vorläufig',
  rounding: 'Rundung',
  roundedTogether: 'Was gemeinsam gerundet wird, ist bei der letzten Sitzung ausgeglichen.',
  notes: 'Hinweise',
  times: (zone: string) =>
    `Uhrzeiten in der Zeitzone ${zone}; Dauern in Stunden und Minuten. Summen sind die Summen der gedruckten Werte.`,
  pastMidnight: 'Eine Sitzung über Mitternacht zählt zu dem Tag, an dem sie begann.',
  provisionalNote:
    'Vorläufig: Diese Sitzungen laufen noch oder ihre Dauer steht noch nicht fest. Was läuft, zählt in keiner Summe.',
  stillLoading:
    'Vorläufiger Stand: Der Server lud noch Sitzungen nach. Zeilen können hinzukommen oder sich ändern.',
  place: 'Ort, Datum',
  signTechnician: 'Unterschrift Techniker',
  signClient: 'Unterschrift Kunde',
  page: 'Seite',
  of: 'von',
};

const en: typeof de = {
  title: 'Service record',
  client: 'Client',
  noClient: 'Without a client',
  clientNumber: 'Client number',
  period: 'Period',
  document: 'Document',
  asOf: 'As of',
  phone: 'Phone',
  email: 'E-mail',
  vatId: 'VAT id',
  columns: {
    date: 'Date',
    start: 'Start',
    end: 'End',
    technician: 'Technician',
    computer: 'Computer',
    activity: 'Activity',
    measured: 'Duration',
    billable: 'Billable',
    day: 'Day',
  },
  daySum: 'Sum of the day',
  total: 'Total',
  sessions: (count, one) => `${count} ${one ? 'session' : 'sessions'}`,
  nothing: 'There are no sessions in this period.',
  running: 'running',
  provisional: 'provisional',
  rounding: 'Rounding',
  roundedTogether: 'What is rounded together is balanced in its last session.',
  notes: 'Notes',
  times: (zone) =>
    `Times in the time zone ${zone}; durations in hours and minutes. Sums are those of the printed values.`,
  pastMidnight: 'A session past midnight counts to the day it began on.',
  provisionalNote:
    'Provisional: these sessions still run, or their duration is not final yet. What runs counts in no sum.',
  stillLoading:
    'Provisional as a whole: the server was still loading sessions. Rows may be added or change.',
  place: 'Place, date',
  signTechnician: 'Technician’s signature',
  signClient: 'Client’s signature',
  page: 'Page',
  of: 'of',
};

export type RecordWords = typeof de;

/** What a service record says, by language. */
export const recordWords: Readonly<Record<Language, RecordWords>> = { de, en };
