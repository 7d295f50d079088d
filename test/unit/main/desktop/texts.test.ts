import { describe, expect, it } from 'vitest';
import { fill, textsOf } from '../../../../src/main/desktop/texts/index.ts';

const german = textsOf('de');
const english = textsOf('en');
const placeholders = (text: string): string[] =>
  Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '').sort();

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
  });

  it.each(Object.keys(english) as (keyof typeof english)[])('%s says the same twice', (key) => {
    expect(german[key]).not.toBe('');
    expect(placeholders(german[key])).toEqual(placeholders(english[key]));
  });
});

describe('fill', () => {
  it('puts values in place', () => {
    expect(fill('{a}–{b}', { a: '1', b: '2' })).toBe('1–2');
  });

  it('never reads a value as a template', () => {
    expect(fill('{client} {time}', { client: '{time} $& $1', time: '0:10' })).toBe(
      '{time} $& $1 0:10',
    );
  });

  it('leaves what has no value', () => {
    expect(fill('{a} {toString}', {})).toBe('{a} {toString}');
  });
});
