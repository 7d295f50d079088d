import type { ExportFormat } from '../../shared/exports/format.ts';
import type { MessageKey } from '../i18n.ts';

/** What the formats are called, and what a button that exports to one says. */
export const formatNames = {
  'csv-excel': { name: 'exports.format.csv-excel', action: 'exports.do.csv-excel' },
  csv: { name: 'exports.format.csv', action: 'exports.do.csv' },
  xlsx: { name: 'exports.format.xlsx', action: 'exports.do.xlsx' },
  json: { name: 'exports.format.json', action: 'exports.do.json' },
  ics: { name: 'exports.format.ics', action: 'exports.do.ics' },
  clipboard: { name: 'exports.format.clipboard', action: 'exports.do.clipboard' },
  'service-record': {
    name: 'exports.format.service-record',
    action: 'exports.do.service-record',
  },
} as const satisfies Record<ExportFormat, { name: MessageKey; action: MessageKey }>;
