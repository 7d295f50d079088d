/// <reference types="node" />
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from '../../../src/renderer/locales/de.json';
import en from '../../../src/renderer/locales/en.json';
import { callNames, eventNames } from '../../../src/shared/bridge/names.ts';
import { problemCodes } from '../../../src/shared/problem.ts';

/** Keys under these are put together at run time, from what the server or main says. */
const dynamic = /^(problem|type|state|invoice)\./;

type Texts = { readonly [key: string]: string | Texts };

function flatten(texts: Texts, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const full = path ? `${path}.${key}` : key;
    if (typeof value === 'string') all.set(full, value);
    else for (const [inner, text] of flatten(value, full)) all.set(inner, text);
  }
  return all;
}

const german = flatten(de);
const english = flatten(en);
const folder = join(import.meta.dirname, '../../../src/renderer');
const sources = globSync('**/*.{ts,vue}', { cwd: folder }).map((file) =>
  readFileSync(join(folder, file), 'utf8'),
);
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the words', () => {
  it('stand in both languages under the same keys', () => {
    expect([...english.keys()]).toEqual([...german.keys()]);
  });

  it('have the same placeholders and the same number of plural forms in both', () => {
    for (const [key, text] of german) {
      const other = english.get(key) ?? '';
      expect(placeholders(other), key).toEqual(placeholders(text));
      expect(other.split('|').length, key).toBe(text.split('|').length);
    }
  });

  it('are nowhere empty, and nowhere the key itself', () => {
    for (const words of [german, english]) {
      for (const [key, text] of words) {
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toBe(key);
      }
    }
  });

  it('are all used', () => {
    const text = sources.join('\n');
    const unused = [...german.keys()].filter(
      (key) => !dynamic.test(key) && !text.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });

  it('are there wherever they are asked for', () => {
    const groups = Object.keys(de).join('|');
    const asked = new RegExp(`'((?:${groups})\\.[\\w.-]+)'`, 'g');
    const calls = new Set<string>([...callNames, ...eventNames]);
    const missing = sources
      .flatMap((source) => [...source.matchAll(asked)].map((match) => match[1] ?? ''))
      .filter((key) => !german.has(key) && !calls.has(key));
    expect(missing).toEqual([]);
  });

  it.each(problemCodes)('say of %s what happened and what to do, in both', (code) => {
    for (const words of [german, english]) {
      expect(words.get(`problem.${code}.what`)).toMatch(/[.]$/);
      expect(words.get(`problem.${code}.todo`)).toMatch(/[.]$/);
    }
  });

  it('know no problem that main cannot have', () => {
    expect(Object.keys(de.problem).sort()).toEqual([...problemCodes].sort());
  });

  it('address the technician with "Sie"', () => {
    for (const [key, text] of german) {
      expect(text, key).not.toMatch(/\b(du|dir|dich|deine?[mnrs]?|euch|eure?[mnrs]?)\b/i);
    }
  });
});
