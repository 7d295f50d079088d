import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { createFormats, type Formats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import type { MessageKey } from '../i18n.ts';

export interface Words {
  /**
   * A text in the language in use.
   *
   * @param values what stands in its placeholders, already formatted
   * @param count chooses between singular and plural
   */
  readonly t: (
    key: MessageKey,
    values?: Readonly<Record<string, string | number>>,
    count?: number,
  ) => string;
  /** Numbers, times and dates in that language and the machine's time zone. */
  readonly formats: ComputedRef<Formats>;
  readonly language: ComputedRef<Language>;
  /** The same in another time zone. */
  readonly formatsIn: (zone: string) => Formats;
}

export function useWords(): Words {
  const i18n = useI18n({ useScope: 'global' });
  const language = computed<Language>(() => (i18n.locale.value === 'en' ? 'en' : 'de'));
  return {
    t: (key, values = {}, count) =>
      count === undefined ? i18n.t(key, values) : i18n.t(key, values, count),
    formats: computed(() => createFormats(language.value)),
    language,
    formatsIn: (zone) => createFormats(language.value, zone),
  };
}
