import { createI18n } from 'vue-i18n';
import type { Language } from '../shared/language.ts';
import de from './locales/de.json';
import en from './locales/en.json';

/** Every key of a locale file, `today.title`; a key nobody wrote does not compile. */
export type MessageKey = Leaves<typeof de>;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Both languages are part of the bundle: switching needs nothing but a new locale. */
export function createWordsPlugin(language: Language) {
  return createI18n({
    legacy: false,
    locale: language,
    // A missing word shows as its key in tests rather than as a word of another language.
    fallbackLocale: false,
    messages: { de, en },
  });
}
