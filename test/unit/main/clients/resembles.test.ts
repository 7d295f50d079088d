import { expect, it } from 'vitest';
import { resembles } from '../../../../src/main/clients/resembles.ts';

it.each([
  ['Müller & Söhne GmbH', 'Mueller und Soehne', true],
  ['Müller & Söhne GmbH', 'MÜLLER Heizungsbau', true],
  ['Elbmarsch IT-Service GmbH', 'Elbmarsch', true],
  ['Steuerberatung Petersen, Lüneburg', 'Petersen Steuerberatungsgesellschaft mbH', true],
  ['Zahnarzt Dr. Petersen', 'Autohaus Brandt GmbH', false],
  ['A GmbH', 'B GmbH', false],
  ['GmbH', 'GmbH', true],
  ['', '', false],
  ['日本 商事', '日本 電気', true],
])('%s and %s: %s', (one, other, expected) => {
  expect(resembles(one, other)).toBe(expected);
  expect(resembles(other, one)).toBe(expected);
});
