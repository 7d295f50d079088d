import { describe, expect, it } from 'vitest';
import { dialled } from '../../../../src/shared/clients/phone.ts';

describe('dialled', () => {
  it.each([
    ['+494131123456', null, '+494131123456', '+49 4131 123456'],
    ['04131 / 12 34 56', null, '+494131123456', '+49 4131 123456'],
    ['+49 (0)4131 123456', null, '+494131123456', '+49 4131 123456'],
    ['0049 4131-123456', null, '+494131123456', '+49 4131 123456'],
    ['01 5123456', 'AT', '+4315123456', '+43 1 5123456'],
    ['020 7946 0018', 'GB', '+442079460018', '+44 20 7946 0018'],
  ])('reads %s', (text, country, e164, international) => {
    expect(dialled(text, country)).toEqual({ e164, international });
  });

  it.each([
    '',
    'auf Anfrage',
    '12',
    '+49',
    '+999 123456789',
    '0800 KLAR',
    'javascript:alert(1)',
    'Tel. 04131 123456 oder mobil',
    `+49${'4'.repeat(100_000)}`,
    '<b>04131 123456</b>',
  ])('finds no number in %.30s', (text) => {
    expect(dialled(text)).toBeNull();
  });

  it('takes a country it does not know for none', () => {
    expect(dialled('04131 123456', 'XX')).toBeNull();
    expect(dialled('+49 4131 123456', 'XX')?.e164).toBe('+494131123456');
  });
});
