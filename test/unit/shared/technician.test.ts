import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../src/shared/session.ts';
import { techniciansOf, tookPart } from '../../../src/shared/technician.ts';

function person(name: string, changes: Partial<Participant> = {}): Participant {
  return { name, email: null, userId: null, companyUuid: null, fields: {}, ...changes };
}
const own = 'own-company';
const names = (participants: readonly Participant[]) =>
  techniciansOf({ participants, companyUuid: own }).map((each) => each.name);

describe('technicians', () => {
  it('are those of the own company', () => {
    const participants = [
      person('Jana', { companyUuid: own }),
      person('Gast', { email: 'gast@kunde.example', companyUuid: 'another' }),
      person('Ali', { companyUuid: own, email: 'ali@own.example' }),
    ];
    expect(names(participants)).toEqual(['Jana', 'Ali']);
  });

  it('are nobody where all are of other companies', () => {
    expect(names([person('Gast', { companyUuid: 'another', email: 'a@b.example' })])).toEqual([]);
  });

  it('are those with an e-mail address where no company is told', () => {
    expect(names([person('Jana', { email: 'jana@own.example' }), person('Gast')])).toEqual([
      'Jana',
    ]);
    expect(names([])).toEqual([]);
  });
});

describe('who took part', () => {
  const attended = {
    companyUuid: own,
    participants: [person('Jana', { email: 'Jana@Own.example' })],
  };
  it.each([
    ['jana@own.example', true],
    ['  JANA@OWN.EXAMPLE ', true],
    ['jana@own.exampl', false],
    ['', false],
  ])('%j: %s', (email, expected) => {
    expect(tookPart(attended, email)).toBe(expected);
  });

  it('is told by the account as well, where it is known', () => {
    const nameless = { companyUuid: own, participants: [person('Jana', { userId: 'auth0|jana' })] };
    expect(tookPart(nameless, 'jana@own.example')).toBe(false);
    expect(tookPart(nameless, 'jana@own.example', 'auth0|jana')).toBe(true);
    expect(tookPart({ ...nameless, participants: [person('Gast')] }, 'x', null)).toBe(false);
  });

  it('is told by the address, not by its absence', () => {
    expect(tookPart({ companyUuid: own, participants: [person('Gast')] }, '')).toBe(false);
  });
});
