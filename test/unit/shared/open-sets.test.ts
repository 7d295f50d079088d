import { expect, it } from 'vitest';
import { openSetWord, openSetWords } from '../../../src/shared/open-sets.ts';

it('translates what it knows and spells out the rest', () => {
  expect(openSetWord('state', 'Finished', 'de')).toBe('Beendet');
  expect(openSetWord('invoice', 'Brand_New', 'de')).toBe('Brand new');
  expect(openSetWord('type', 'constructor', 'en')).toBe('Constructor');
  expect(openSetWords('state', 'Finished')).toEqual(['Beendet', 'Finished']);
});
