import { isMonthName, parseDays } from './dates.ts';
import { fold } from './fold.ts';
import { parseLength } from './lengths.ts';
import { mostTerms, type ParsedSearch, type SearchField, type SearchTerm } from './search.ts';
import { tokenise, type Token } from './tokenise.ts';
import type { Remark } from './result.ts';

type Meaning = SearchField | 'from' | 'to' | 'min';

const names: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['client', 'client'],
  ['kunde', 'client'],
  ['computer', 'computer'],
  ['rechner', 'computer'],
  ['technician', 'technician'],
  ['techniker', 'technician'],
  ['type', 'type'],
  ['art', 'type'],
  ['typ', 'type'],
  ['state', 'state'],
  ['status', 'state'],
  ['invoice', 'invoice'],
  ['rechnung', 'invoice'],
  ['exported', 'exported'],
  ['exportiert', 'exported'],
  ['from', 'from'],
  ['von', 'from'],
  ['to', 'to'],
  ['bis', 'to'],
  ['min', 'min'],
]);

/** Words that stand before a colon without asking for anything: addresses. */
const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp', 'file']);

interface Parts {
  readonly terms: SearchTerm[];
  readonly highlights: string[];
  readonly remarks: Remark[];
  from: string | null;
  to: string | null;
  minMs: number | null;
}

/**
 * Understands what was typed into the search. What is not understood is looked for as it stands, and a remark
 * says so; nothing fails. Where a bound is given twice, both hold.
 *
 * @param today the calendar day that days without a year are counted back from
 */
export function parseSearch(text: string, today: string): ParsedSearch {
  const parts: Parts = {
    terms: [],
    highlights: [],
    remarks: [],
    from: null,
    to: null,
    minMs: null,
  };
  for (const token of withYears(tokenise(text))) read(token, today, parts);
  const { terms, highlights, remarks, from, to, minMs } = parts;
  const [left] = terms.slice(mostTerms);
  const remarked = remarks.slice(0, mostTerms);
  if (left) remarked.push({ text: left.text, reason: 'too-many-words' });
  if (from !== null && to !== null && from > to)
    remarked.push({ text: `${from} > ${to}`, reason: 'from-after-to' });
  return {
    terms: terms.slice(0, mostTerms),
    from,
    to,
    minMs,
    remarks: remarked,
    highlights: [...new Set(highlights)].sort((a, b) => b.length - a.length),
  };
}

/** `von:november 2025` means that year's November, although there is a blank. */
function withYears(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const meaning = names.get(before?.name ?? '');
    const dated = (meaning === 'from' || meaning === 'to') && isMonthName(before?.value ?? '');
    if (before && dated && /^\d{4}$/.test(token.raw)) {
      const raw = `${before.raw} ${token.raw}`;
      joined[joined.length - 1] = { ...before, value: `${before.value} ${token.raw}`, raw };
    } else joined.push(token);
  }
  return joined;
}

function read(token: Token, today: string, parts: Parts): void {
  const { name, value, raw } = token;
  if (name === null) return look('any', value, token, parts);
  const meaning = names.get(name);
  if (meaning === undefined) {
    if (name.length > 2 && !schemes.has(name))
      parts.remarks.push({ text: raw, reason: 'unknown-token' });
    return literally(token, parts);
  }
  // A name that nothing follows yet is being typed.
  if (value === '') return;
  if (meaning === 'from' || meaning === 'to') return readDay(meaning, token, today, parts);
  if (meaning === 'min') return readLength(token, parts);
  look(meaning, value, token, parts);
}

function readDay(side: 'from' | 'to', token: Token, today: string, parts: Parts): void {
  const days = token.negated ? null : parseDays(token.value, today);
  if (!days) {
    parts.remarks.push({ text: token.raw, reason: 'no-such-date' });
    return literally(token, parts);
  }
  if (side === 'from') parts.from = later(parts.from, days.from);
  else parts.to = earlier(parts.to, days.to);
}

function readLength(token: Token, parts: Parts): void {
  const ms = token.negated ? null : parseLength(token.value);
  if (ms === null) {
    parts.remarks.push({ text: token.raw, reason: 'no-such-duration' });
    return literally(token, parts);
  }
  parts.minMs = Math.max(parts.minMs ?? 0, ms);
}

function literally(token: Token, parts: Parts): void {
  look('any', token.negated ? token.raw.slice(1) : token.raw, token, parts);
}

function look(field: SearchField, typed: string, { negated }: Token, parts: Parts): void {
  const text = fold(typed).trim();
  if (text === '' || parts.terms.length > mostTerms) return;
  const same = (term: SearchTerm) =>
    term.text === text && term.field === field && term.negated === negated;
  if (parts.terms.some(same)) return;
  parts.terms.push({ text, field, negated });
  // How a session stands to exports is written nowhere in it.
  if (!negated && field !== 'exported') parts.highlights.push(typed);
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}
