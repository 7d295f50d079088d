import { fold } from './fold.ts';

/** First and last calendar day, both inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const monthNames: readonly (readonly string[])[] = [
  ['januar', 'january', 'janner', 'jan'],
  ['februar', 'february', 'feb'],
  ['marz', 'maerz', 'march', 'mar', 'mrz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];

const isoShape = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const dottedShape = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})$/;
const yearlessShape = /^(\d{1,2})\.(\d{1,2})\.?$/;
const isoMonthShape = /^(\d{4})-(\d{1,2})$/;
const monthShape = /^(\d{1,2})[./](\d{4})$/;
const namedShape = /^([a-z]+)\.?(?:[ .-]?(\d{4}))?$/;

/** Whether a text is the name of a month alone, so that a year may follow it. */
export function isMonthName(text: string): boolean {
  return monthOf(fold(text).replace(/\.$/, '')) > 0;
}

/**
 * The days that a date, month, year or word such as `gestern` stands for; null where there is no such
 * date. Without a year, the most recent one that does not begin after `today` is meant.
 */
export function parseDays(typed: string, today: string): Days | null {
  const text = fold(typed).trim();
  if (text === 'heute' || text === 'today') return { from: today, to: today };
  if (text === 'gestern' || text === 'yesterday') return yesterdayOf(today);
  if (/^\d{4}$/.test(text)) return year(Number(text));
  const iso = isoShape.exec(text);
  if (iso) return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = dottedShape.exec(text);
  if (dotted) return oneDay(fullYear(dotted[4] ?? ''), Number(dotted[3]), Number(dotted[1]));
  const month = isoMonthShape.exec(text);
  if (month) return wholeMonth(Number(month[1]), Number(month[2]));
  const dottedMonth = monthShape.exec(text);
  if (dottedMonth) return wholeMonth(Number(dottedMonth[2]), Number(dottedMonth[1]));
  const yearless = yearlessShape.exec(text);
  if (yearless) return latest(today, (at) => oneDay(at, Number(yearless[2]), Number(yearless[1])));
  const named = namedShape.exec(text);
  if (!named) return null;
  const number = monthOf(named[1] ?? '');
  if (named[2] !== undefined) return wholeMonth(Number(named[2]), number);
  return latest(today, (at) => wholeMonth(at, number));
}

function monthOf(name: string): number {
  return monthNames.findIndex((names) => names.includes(name)) + 1;
}

/** Eight years back there is a leap day for certain, but for the turn of some centuries. */
function latest(today: string, of: (year: number) => Days | null): Days | null {
  const now = Number(today.slice(0, 4));
  for (let at = now; at >= now - 8; at--) {
    const days = of(at);
    if (days && days.from <= today) return days;
  }
  return null;
}

function yesterdayOf(today: string): Days {
  const day = new Date(Date.parse(`${today}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return { from: day, to: day };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function year(number: number): Days | null {
  return number < 1000 ? null : { from: `${number}-01-01`, to: `${number}-12-31` };
}

function wholeMonth(ofYear: number, month: number): Days | null {
  if (ofYear < 1000 || month < 1 || month > 12) return null;
  const days = new Date(Date.UTC(ofYear, month, 0)).getUTCDate();
  return { from: iso8601(ofYear, month, 1), to: iso8601(ofYear, month, days) };
}

function oneDay(ofYear: number, month: number, day: number): Days | null {
  const whole = wholeMonth(ofYear, month);
  const text = iso8601(ofYear, month, day);
  return whole && day >= 1 && text <= whole.to ? { from: text, to: text } : null;
}

function iso8601(ofYear: number, month: number, day: number): string {
  return `${ofYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
