import type { Formats } from '../../../shared/format.ts';
import type { Language } from '../../../shared/language.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

/** What main itself says: tray, menus and dialogs. The window's own words are the renderer's. */
export type Texts = Readonly<Record<keyof typeof en, string>>;

const texts: Readonly<Record<Language, Texts>> = { de, en };

export function textsOf(language: Language): Texts {
  return texts[language];
}

/** `1 Sitzung`, `1.234 Sitzungen`. */
export function counted(texts: Texts, formats: Pick<Formats, 'count'>, sessions: number): string {
  return sessions === 1
    ? texts.sessionsOne
    : fill(texts.sessionsOther, { count: formats.count(sessions) });
}

/** Puts values in place of `{names}`; a value is never read as a template itself. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
