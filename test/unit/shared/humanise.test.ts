import { describe, expect, it } from 'vitest';
import { humanise } from '../../../src/shared/humanise.ts';

describe('humanise', () => {
  it.each([
    ['AwaitingAccessAsParticipant', 'Awaiting access as participant'],
    ['AdHocSessionForSupporter', 'Ad hoc session for supporter'],
    ['Ac_ServiceSupplyExceeded', 'Ac service supply exceeded'],
    ['NOT_YET_INVOICED', 'Not yet invoiced'],
    ['not-yet invoiced', 'Not yet invoiced'],
    ['SFTPSession', 'SFTP session'],
    ['SessionOverTLS', 'Session over TLS'],
    ['Phase2Started', 'Phase2 started'],
    ['RDP', 'RDP'],
    ['ÜbergabeLäuft', 'Übergabe läuft'],
    ['Invoiced', 'Invoiced'],
  ])('reads %s as %s', (id, words) => {
    expect(humanise(id)).toBe(words);
  });

  it('drops nothing it cannot read', () => {
    expect(humanise('')).toBe('');
    expect(humanise('???')).toBe('???');
    expect(humanise('<img src=x>')).toBe('Img src x');
  });
});
