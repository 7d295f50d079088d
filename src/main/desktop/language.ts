import type { Language } from '../../shared/language.ts';
import type { Settings } from '../../shared/settings.ts';

export interface LanguageChoice {
  /** The setting; `system` follows the technician's system. */
  readonly setting: Settings['language'];
  /** From the command line; goes before everything. */
  readonly override: Language | null;
  /** The system's languages, the most wanted first (`app.getPreferredSystemLanguages()`). */
  readonly preferred: readonly string[];
}

/** The language in use: the first wanted one that we speak, else English. */
export function resolveLanguage({ setting, override, preferred }: LanguageChoice): Language {
  if (override !== null) return override;
  if (setting !== 'system') return setting;
  for (const tag of preferred) {
    const [language] = tag.toLowerCase().split(/[-_]/);
    if (language === 'de' || language === 'en') return language;
  }
  return 'en';
}
