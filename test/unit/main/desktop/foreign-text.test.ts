import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuText } from '../../../../src/main/desktop/foreign-text.ts';

describe('menuText', () => {
  it.each([
    ['keeps a plain name', 'Müller & Söhne', 'Müller && Söhne'],
    ['keeps every ampersand', '&File &&x', '&&File &&&&x'],
    ['puts lines onto one', 'Kanzlei\r\n  Groß\tGmbH', 'Kanzlei Groß GmbH'],
    ['takes direction marks out', 'gpj.\u202eexe', 'gpj. exe'],
    ['takes isolates out', '\u2066a\u2069', 'a'],
    ['takes invisible characters out', 'a\u200bb\ufeffc\u00ad', 'a b c'],
    ['takes controls out', 'a\u0000b\u001bc\u0085d', 'a b c d'],
    ['takes line separators out', 'a\u2028b\u2029c', 'a b c'],
    ['takes half characters out', 'a\ud800b', 'a b'],
    ['keeps emoji whole', '👩‍🔧 Werkstatt', '👩‍🔧 Werkstatt'],
    ['leaves nothing of nothing readable', '\u202e\u200b \n', ''],
  ])('%s', (_what, text, expected) => {
    expect(menuText(text)).toBe(expected);
  });

  it('shortens to 40 characters, not in the middle of one', () => {
    expect(menuText('ä'.repeat(40))).toBe('ä'.repeat(40));
    expect(menuText('ä'.repeat(41))).toBe(`${'ä'.repeat(39)}…`);
    expect(menuText('👩‍🔧'.repeat(41))).toMatch(/^(👩‍🔧)+…$/u);
  });

  it('bounds a character built of a thousand marks', () => {
    expect(menuText(`a${'\u0301'.repeat(5000)}bc`).length).toBeLessThan(200);
  });

  it('sets text from right to left apart', () => {
    expect(menuText('שלום')).toBe('\u2068שלום\u2069');
  });

  it('is quick about a name of a million characters', () => {
    expect(menuText('x'.repeat(1_000_000))).toBe(`${'x'.repeat(39)}…`);
  });

  it('is short and clean whatever comes', () => {
    const point = fc.oneof(
      fc.integer({ min: 0, max: 0x10ffff }),
      fc.integer({ min: 0x2000, max: 0x2070 }),
    );
    fc.assert(
      fc.property(fc.array(point, { maxLength: 300 }), (points) => {
        const text = String.fromCodePoint(...points);
        const shown = menuText(text);
        expect(shown.length).toBeLessThanOrEqual(2 * 4 * 40 + 3);
        expect(shown.replaceAll('&&', '')).not.toContain('&');
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]/u);
      }),
    );
  });
});
