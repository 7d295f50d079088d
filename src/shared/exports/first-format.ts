import type { Language } from '../settings.ts';
import type { ExportFormat } from './format.ts';

/** What is exported to before anybody chose. */
export function firstFormat(language: Language): ExportFormat {
  return language === 'de' ? 'csv-excel' : 'csv';
}
