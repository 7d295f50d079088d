import { describe, expect, it } from 'vitest';
import { resolveLanguage } from '../../../../src/main/desktop/language.ts';

describe('resolveLanguage', () => {
  it.each([
    ['the command line before all else', 'en', 'de', ['de-DE'], 'de', 'en'],
    ['the setting before the system', null, 'en', ['de-DE'], 'en', 'en'],
  ] as const)('takes %s', (_what, override, setting, preferred, _other, expected) => {
    expect(resolveLanguage({ override, setting, preferred })).toBe(expected);
  });

  it.each([
    [['de-DE', 'en-US'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['fr-FR', 'de-CH', 'en'], 'de'],
    [['DE'], 'de'],
    [['de_AT'], 'de'],
    [['den-XX'], 'en'],
    [['fr', 'it'], 'en'],
    [[], 'en'],
  ] as const)('follows a system that prefers %s', (preferred, expected) => {
    expect(resolveLanguage({ override: null, setting: 'system', preferred })).toBe(expected);
  });
});
