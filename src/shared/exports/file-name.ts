import { daysOfPeriod } from '../history/period.ts';
import type { Period } from '../history/query.ts';
import { addDays } from '../time.ts';

/** Names that Windows keeps for devices, whatever they end with. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file's name without its ending, `Tagwerk_2026-11_Mueller-GmbH`: safe on every system.
 *
 * @param label whatever the sessions have in common besides their period; anything can be in it
 * @param today a calendar day, `2026-11-23`
 */
export function exportFileName(period: Period, label: string | null, today: string): string {
  const parts = ['Tagwerk', periodPart(period, today), namePart(label ?? '')];
  return parts.filter((part) => part !== '').join('_');
}

/** `2026-11` for a whole month, `2026` for a whole year, else its days; up to a day where it has no beginning. */
function periodPart(period: Period, today: string): string {
  const { from, to: last } = daysOfPeriod(period, today);
  const to = last ?? today;
  if (from === null || from >= to) return to;
  const after = addDays(to, 1);
  const year = Number(from.slice(0, 4));
  if (from === `${year}-01-01` && after === `${year + 1}-01-01`) return String(year);
  const isMonth = from.endsWith('-01') && after.endsWith('-01') && addDays(from, 31) >= after;
  return isMonth ? from.slice(0, 7) : `${from}_${to}`;
}

const spelt: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
};

/** Letters and digits without marks, words joined by hyphens. */
function namePart(text: string): string {
  const name = text
    .slice(0, 200)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[äöüÄÖÜß]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
    .toWellFormed();
  return reserved.test(name) ? `${name}-` : name;
}
