import type { Untranslatable } from '../../shared/exports/server.ts';
import type { MessageKey } from '../i18n.ts';

/** What a query asks that pcvisit cannot be asked, in words. */
export const untranslatedNames = {
  words: 'exports.server.part.words',
  fieldWords: 'exports.server.part.fieldWords',
  notWords: 'exports.server.part.notWords',
  least: 'exports.server.part.least',
  technicians: 'exports.server.part.technicians',
  noClient: 'exports.server.part.noClient',
  localClients: 'exports.server.part.localClients',
  exported: 'exports.server.part.exported',
  sort: 'exports.server.part.sort',
} as const satisfies Record<Untranslatable, MessageKey>;
