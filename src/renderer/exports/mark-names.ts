import type { ExportMark } from '../../shared/exports/mark.ts';
import type { MessageKey } from '../i18n.ts';

/** How a session stands to exports, in words. */
export const exportMarkNames = {
  no: 'ledger.mark.no',
  yes: 'ledger.mark.yes',
  changed: 'ledger.mark.changed',
} as const satisfies Record<ExportMark, MessageKey>;
