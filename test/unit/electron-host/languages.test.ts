import { describe, expect, test } from 'vitest';
import { languages } from '../../electron-host/api/languages.ts';

describe('languages', () => {
  test.each([
    [{ LANG: 'de_DE.UTF-8' }, '', { ui: 'de-DE', system: 'de-DE', preferred: ['de-DE'] }],
    [
      { LANG: 'de_AT', LANGUAGE: 'de:en_GB' },
      'en',
      { ui: 'en', system: 'de-AT', preferred: ['de', 'en-GB', 'de-AT'] },
    ],
    [{ LANG: 'C.UTF-8' }, '', { ui: 'en-US', system: 'en-US', preferred: ['en-US'] }],
    [
      { LC_ALL: 'fr_FR', LANG: 'de_DE' },
      '',
      { ui: 'fr-FR', system: 'fr-FR', preferred: ['fr-FR'] },
    ],
    [{}, 'nonsense value', { ui: 'en-US', system: 'en-US', preferred: ['en-US'] }],
  ])('%o with --lang=%s', (env, chosen, expected) => {
    expect(languages(env, chosen)).toEqual(expected);
  });
});
