import type { FieldChange } from '../../shared/history/details.ts';
import { humanise } from '../../shared/humanise.ts';
import type { useSessionWords } from '../composables/use-session-words.ts';
import type { Words } from '../composables/use-words.ts';
import type { MessageKey } from '../i18n.ts';
import type { DetailFormats } from './values.ts';

type SessionWords = ReturnType<typeof useSessionWords>;

/** A field of a session that changed, in words. */
export interface ChangeText {
  readonly noticed: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const names: Readonly<Record<string, MessageKey>> = {
  name: 'details.name',
  type: 'details.type',
  state: 'details.state',
  invoiceState: 'details.invoice',
  startedAt: 'details.startedAt',
  createdAt: 'details.startedAt',
  finishedAt: 'details.finishedAt',
  updatedAt: 'details.updated',
  lastUpdatedAt: 'details.updated',
  durationMs: 'details.measured',
  measuredMs: 'details.measured',
  customMs: 'details.custom',
  customDurationMs: 'details.custom',
  commentsLink: 'details.commentsLink',
  participants: 'details.section.people',
  client: 'details.client',
  'client.name': 'details.client',
  'client.number': 'details.clientNumber',
  'client.folderId': 'details.clientId',
  computer: 'details.section.computer',
  'computer.id': 'details.computerId',
  'computer.displayName': 'details.section.computer',
  'computer.hostName': 'details.hostName',
  'computer.userDisplayName': 'details.user',
  'computer.termsName': 'details.terms',
  'computer.termsState': 'details.termsState',
};

/** A change as it reads; numbers are taken for what the field's name says they are. */
export function describeChange(
  { noticedAt, field, before, after }: FieldChange,
  formats: DetailFormats,
  words: SessionWords,
  t: Words['t'],
): ChangeText {
  const value = (raw: string | number | null): string => {
    if (raw === null || raw === '') return t('details.nothing');
    if (typeof raw === 'number') {
      if (field.endsWith('Ms')) return formats.duration(raw);
      return field.endsWith('At') ? formats.exact(raw) : String(raw);
    }
    if (field === 'type') return words.type(raw);
    if (field === 'state') return words.state(raw);
    if (field === 'invoiceState') return words.invoice(raw);
    if (field === 'computer.termsState') return words.terms(raw);
    return raw;
  };
  const name = Object.hasOwn(names, field) ? names[field] : undefined;
  return {
    noticed: formats.exact(noticedAt),
    field: name ? t(name) : field.split('.').map(humanise).join(' · '),
    before: value(before),
    after: value(after),
  };
}
