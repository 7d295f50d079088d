import { fold } from './fold.ts';
import { mostTerms, type ParsedSearch, type SearchField, type SearchTerm } from './search.ts';
import { tokenise, type Token } from './tokenise.ts';
import { typedDays } from './typed-days.ts';
import { typedLength } from './typed-length.ts';
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
  for (const token of tokenise(text)) read(token, today, parts);
  const { terms, highlights, remarks, from, to, minMs } = parts;
  const left = terms.slice(mostTerms);
  if (left.length > 0) {
    remarks.push({ text: left.map((term) => term.text).join(' '), reason: 'too-many-words' });
  }
  return {
    terms: terms.slice(0, mostTerms),
    from,
    to,
    minMs,
    remarks,
    highlights: [...new Set(highlights)].sort((a, b) => b.length - a.length),
  };
}

function read(token: Token, today: string, parts: Parts): void {
  const { name, value, raw } = token;
  if (name === null) return look('any', value, token, parts);
  const meaning = names.get(name);
  if (meaning === undefined) {
    if (!schemes.has(name)) parts.remarks.push({ text: raw, reason: 'unknown-token' });
    return literally(token, parts);
  }
  // A name that nothing follows yet is being typed.
  if (value === '') return;
  if (meaning === 'from' || meaning === 'to') return readDay(meaning, token, today, parts);
  if (meaning === 'min') return readLength(token, parts);
  look(meaning, value, token, parts);
}

function readDay(side: 'from' | 'to', token: Token, today: string, parts: Parts): void {
  const days = token.negated ? null : typedDays(token.value, today);
  if (!days) {
    parts.remarks.push({ text: token.raw, reason: 'no-such-date' });
    return literally(token, parts);
  }
  if (side === 'from') parts.from = later(parts.from, days.first);
  else parts.to = earlier(parts.to, days.last);
}

function readLength(token: Token, parts: Parts): void {
  const ms = token.negated ? null : typedLength(token.value);
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
  if (text === '') return;
  parts.terms.push({ text, field, negated });
  if (!negated) parts.highlights.push(typed);
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}
