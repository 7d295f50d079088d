import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../../src/shared/history/parse.ts';
import { mostTerms } from '../../../../src/shared/history/search.ts';

const today = '2026-11-23';
const parse = (text: string) => parseSearch(text, today);
const terms = (text: string) =>
  parse(text).terms.map((t) => `${t.negated ? '-' : ''}${t.field}=${t.text}`);

describe('a search', () => {
  it.each([
    ['', []],
    ['Müller  drucker', ['any=muller', 'any=drucker']],
    ['"Neuer Drucker" x', ['any=neuer drucker', 'any=x']],
    ['"bis zum Ende', ['any=bis zum ende']],
    ['-not -"not this" -client:x', ['-any=not', '-any=not this', '-client=x']],
    ['KUNDE:"Groß GmbH" rechner:pc', ['client=gross gmbh', 'computer=pc']],
    ['typ:a art:b status:c rechnung:d', ['type=a', 'type=b', 'state=c', 'invoice=d']],
    ['exportiert:geändert -EXPORTED:no', ['exported=geandert', '-exported=no']],
    ['C:\\Temp http://x 12:30 ab:c', ['any=c:\\temp', 'any=http://x', 'any=12:30', 'any=ab:c']],
    ['client: constructor', ['any=constructor']],
    ['a a', ['any=a']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
    expect(parse(text).remarks).toEqual([]);
  });

  it.each([
    ['2026-11-01', '2026-11-01', '2026-11-01'],
    ['1.11.2026', '2026-11-01', '2026-11-01'],
    ['1.11.26', '2026-11-01', '2026-11-01'],
    ['1.11.', '2026-11-01', '2026-11-01'],
    ['24.11.', '2025-11-24', '2025-11-24'],
    ['29.2.', '2024-02-29', '2024-02-29'],
    ['01/11/2026', '2026-11-01', '2026-11-01'],
    ['November', '2026-11-01', '2026-11-30'],
    ['dez', '2025-12-01', '2025-12-31'],
    ['märz', '2026-03-01', '2026-03-31'],
    ['"february 2024"', '2024-02-01', '2024-02-29'],
    ['november 2025', '2025-11-01', '2025-11-30'],
    ['heute', today, today],
    ['yesterday', '2026-11-22', '2026-11-22'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['11.2026', '2026-11-01', '2026-11-30'],
  ])('from and to %s', (date, from, to) => {
    expect(parse(`von:${date}`)).toMatchObject({ from, to: null, terms: [], remarks: [] });
    expect(parse(`TO:${date}`)).toMatchObject({ from: null, to, terms: [], remarks: [] });
  });

  it.each([
    ['10m', 10],
    ['10min', 10],
    ['1h', 60],
    ['1:30', 90],
    ['90', 90],
    ['1h30', 90],
    ['1,5h', 90],
    ['1.5h', 90],
  ])('min:%s', (length, minutes) => {
    expect(parse(`min:${length}`)).toMatchObject({ minMs: minutes * 60_000, terms: [] });
  });

  it.each([
    ['foo:bar', 'unknown-token'],
    ['von:31.2.2026', 'no-such-date'],
    ['to:2026-13-01', 'no-such-date'],
    ['min:lang', 'no-such-duration'],
  ])('%s is looked for literally, with a remark', (text, reason) => {
    expect(parse(text).remarks).toEqual([{ text, reason }]);
    expect(terms(text)).toEqual([`any=${text}`]);
  });

  it('highlights what is to be there, the longest first', () => {
    expect(parse('ab -weg client:"Groß AG" ab').highlights).toEqual(['Groß AG', 'ab']);
  });

  it('leaves out what is too much, and says so once', () => {
    const many = parse(Array.from({ length: 40 }, (_, index) => `w${index}`).join(' '));
    expect(many.terms).toHaveLength(mostTerms);
    expect(many.remarks).toEqual([{ text: 'w24', reason: 'too-many-words' }]);
  });

  it('says so where nothing can lie between two days', () => {
    const { from, to, remarks } = parse('von:2026-11-23 bis:1.11.2026');
    expect([from, to]).toEqual(['2026-11-23', '2026-11-01']);
    expect(remarks.map(({ reason }) => reason)).toEqual(['from-after-to']);
    expect(parse('von:2026-11-01 bis:1.11.2026').remarks).toEqual([]);
  });

  it('is understood whatever is typed', () => {
    const piece = fc.constantFrom(
      '"',
      '-',
      ':',
      ' ',
      'von:',
      'min:',
      'client:',
      '\ud800',
      '\0',
      'ü',
    );
    const typed = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 200 });
    fc.assert(
      fc.property(typed, (parts) => {
        const { terms: found, remarks, highlights } = parse(parts.join(''));
        expect(found.length).toBeLessThanOrEqual(mostTerms);
        expect(remarks.length).toBeLessThanOrEqual(mostTerms + 1);
        expect(found.every((term) => term.text.trim() !== '')).toBe(true);
        expect(new Set(highlights).size).toBe(highlights.length);
      }),
    );
  });
});
