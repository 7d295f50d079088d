import * as v from 'valibot';
import type { Language } from '../language.ts';

/** What a file can hold of a session, in the order accounting programs are used to. */
export const exportColumns = [
  'id',
  'date',
  'start',
  'end',
  'clientNumber',
  'client',
  'computer',
  'technician',
  'type',
  'name',
  'measured',
  'measuredMinutes',
  'customMinutes',
  'billableMinutes',
  'billableHours',
  'invoice',
  'state',
  'commentsLink',
  'updated',
] as const;
export const exportColumnSchema = v.picklist(exportColumns);
export type ExportColumn = (typeof exportColumns)[number];

/** What the columns are called in a file. */
export const exportColumnWords: Readonly<Record<Language, Readonly<Record<ExportColumn, string>>>> =
  {
    de: {
      id: 'Sitzungs-ID',
      date: 'Datum',
      start: 'Beginn',
      end: 'Ende',
      clientNumber: 'Kundennummer',
      client: 'Kunde',
      computer: 'Computer',
      technician: 'Techniker',
      type: 'Art',
      name: 'Bezeichnung',
      measured: 'Dauer (hh:mm:ss)',
      measuredMinutes: 'Dauer (Min.)',
      customMinutes: 'Eigene Dauer (Min.)',
      billableMinutes: 'Abrechenbar (Min.)',
      billableHours: 'Abrechenbar (Std.)',
      invoice: 'Rechnungsstatus',
      state: 'Status',
      commentsLink: 'Kommentar-Link',
      updated: 'Zuletzt geändert',
    },
    en: {
      id: 'Session ID',
      date: 'Date',
      start: 'Start',
      end: 'End',
      clientNumber: 'Client number',
      client: 'Client',
      computer: 'Computer',
      technician: 'Technician',
      type: 'Type',
      name: 'Name',
      measured: 'Duration (hh:mm:ss)',
      measuredMinutes: 'Duration (min)',
      customMinutes: 'Custom duration (min)',
      billableMinutes: 'Billable (min)',
      billableHours: 'Billable (h)',
      invoice: 'Invoice state',
      state: 'State',
      commentsLink: 'Comments link',
      updated: 'Last changed',
    },
  };
