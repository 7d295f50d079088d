import type { Language } from '../language.ts';
import type { HistoryColumn } from './query.ts';

/** What the columns are called, on screen and in copied rows. */
export const columnWords: Readonly<Record<Language, Readonly<Record<HistoryColumn, string>>>> = {
  de: {
    date: 'Datum',
    start: 'Beginn',
    end: 'Ende',
    client: 'Kunde',
    clientNumber: 'Kundennummer',
    computer: 'Computer',
    technician: 'Techniker',
    name: 'Bezeichnung',
    type: 'Art',
    state: 'Status',
    measured: 'Gemessen',
    custom: 'Eigene Dauer',
    billable: 'Abrechenbar',
    invoice: 'Rechnung',
    updated: 'Geändert',
  },
  en: {
    date: 'Date',
    start: 'Start',
    end: 'End',
    client: 'Client',
    clientNumber: 'Client number',
    computer: 'Computer',
    technician: 'Technician',
    name: 'Name',
    type: 'Type',
    state: 'State',
    measured: 'Measured',
    custom: 'Custom duration',
    billable: 'Billable',
    invoice: 'Invoice',
    updated: 'Changed',
  },
};
