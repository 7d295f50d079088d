import type { HistoryColumn } from '../../shared/history/query.ts';
import type { MessageKey } from '../i18n.ts';

/** What stands at the head of each column. */
export const columnNames: Readonly<Record<HistoryColumn, MessageKey>> = {
  date: 'table.column.date',
  start: 'table.column.start',
  end: 'table.column.end',
  client: 'table.column.client',
  clientNumber: 'table.column.clientNumber',
  computer: 'table.column.computer',
  technician: 'table.column.technician',
  name: 'table.column.name',
  type: 'table.column.type',
  state: 'table.column.state',
  measured: 'table.column.measured',
  custom: 'table.column.custom',
  billable: 'table.column.billable',
  invoice: 'table.column.invoice',
  updated: 'table.column.updated',
};
