import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher, isPattern } from '../../../../src/shared/clients/pattern.ts';

const match = (pattern: string, text: string) => createMatcher(pattern).match(text);

describe('a pattern', () => {
  it.each([
    ['WS-*', 'ws-empfang', ''],
    ['*müller*', 'PC von Muller 2', ''],
    ['PC?', 'PC7', ''],
    ['(ws).*', '(WS).x', ''],
    ['WS-#-*', 'WS-00417-3', '00417'],
    ['*-#-?', 'SRV-00417-1', '00417'],
    ['*#*', 'WS-00417-3', '00417'],
    ['#*', '007 Drucker', '007'],
    ['*#', 'Ticket 12 von 345', '345'],
    ['SRV-#', 'SRV-1', '1'],
  ])('%s fits %s', (pattern, text, captured) => {
    expect(match(pattern, text)).toBe(captured);
  });

  it.each([
    ['WS-*', 'XWS-1'],
    ['PC?', 'PC'],
    ['PC?', 'PC77'],
    ['WS-#-*', 'WS-ABC-3'],
    ['WS-#', 'WS-00417-3'],
    ['a.c', 'abc'],
    ['WS', 'WS-1'],
    ['1#', '12'],
  ])('%s does not fit %s', (pattern, text) => {
    expect(match(pattern, text)).toBeNull();
  });

  it('of wildcards alone says nothing', () => {
    for (const pattern of ['', '*', '**?', ' ? ']) expect(isPattern(pattern)).toBe(false);
    for (const pattern of ['a*', '#', '*-*']) expect(isPattern(pattern)).toBe(true);
  });

  it('agrees with a regular expression', () => {
    const alphabet = fc.constantFrom('a', 'b', '1', '2', '-');
    const pattern = fc.string({
      unit: fc.oneof(alphabet, fc.constantFrom('*', '?')),
      maxLength: 8,
    });
    fc.assert(
      fc.property(pattern, fc.string({ unit: alphabet, maxLength: 10 }), (from, text) => {
        const expression = new RegExp(`^${from.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(match(from, text) !== null).toBe(expression.test(text));
      }),
    );
  });

  it('ends, whatever it is compared with', () => {
    expect(match('*a'.repeat(100), 'a'.repeat(100_000))).not.toBeNull();
    expect(match(`${'*a'.repeat(99)}*b`, 'a'.repeat(100_000))).toBeNull();
  });
});
