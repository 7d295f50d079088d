import { describe, expect, it } from 'vitest';
import { errorIdOf, failureIn, kindOfFailure } from '../../../../src/main/pcvisit/failure.ts';
import { oneLine } from '../../../../src/main/pcvisit/foreign-text.ts';
import { redact } from '../../../../src/main/pcvisit/redact.ts';

describe('oneLine', () => {
  it('keeps words as they are', () => {
    expect(oneLine('Bitte später erneut versuchen. 👩‍💻', 100)).toBe(
      'Bitte später erneut versuchen. 👩‍💻',
    );
  });

  it('takes out what would break or turn the line', () => {
    expect(oneLine('a\r\n\tb\u0000c\u202Egnp.exe\u2028d\u001b[31m', 100)).toBe(
      'a b c gnp.exe d [31m',
    );
  });

  it('is bounded, and cuts no character in half', () => {
    expect(oneLine('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(oneLine('👍'.repeat(50), 10)?.isWellFormed()).toBe(true);
    expect(oneLine('halb \ud83d', 10)).toBe('halb \ufffd');
  });

  it.each([null, undefined, 7, {}, ' \n '])('finds no text in %j', (value) => {
    expect(oneLine(value, 10)).toBeUndefined();
  });
});

describe('redact', () => {
  it('takes every form of a secret out', () => {
    const secret = 'to"ken/+ä=1';
    const text = `${secret} ${JSON.stringify(secret)} ?t=${encodeURIComponent(secret)}`;
    expect(redact(text, [secret])).toBe('[redacted] "[redacted]" ?t=[redacted]');
  });

  it('leaves no rest of a secret that holds another', () => {
    expect(redact('token and token-two', ['token', 'token-two'])).toBe('[redacted] and [redacted]');
    expect(redact(btoa('token-two'), ['token-two'])).toBe('[redacted]');
  });

  it('takes out whatever looks like a JWT', () => {
    expect(redact('got eyJhbGciOi.eyJzdWIi.c2ln-_ back', [])).toBe('got [redacted] back');
  });

  it('leaves a text alone that holds none', () => {
    expect(redact('a plain comment', ['abcdef', 'a', ''])).toBe('a plain comment');
  });
});

describe('failures', () => {
  it('finds a Failure in place of any result', () => {
    const failure = { __typename: 'Failure', error: 'X' };
    expect(failureIn({ a: null, b: failure })).toBe(failure);
    expect(failureIn({ a: { __typename: 'SessionProtocolEdge' } })).toBeNull();
    for (const nothing of [null, undefined, 'Failure', [], { a: 'Failure' }]) {
      expect(failureIn(nothing)).toBeNull();
    }
  });

  it.each([
    ['TimeOut', 'rate-limited'],
    ['TryAgainLater', 'rate-limited'],
    ['JwtExpired', 'jwt-rejected'],
    ['InvalidToken', 'jwt-rejected'],
    ['NotAuthorized', 'jwt-rejected'],
    ['Ac_ServiceSupplyExceeded', 'refused'],
    ['AnIdOfTomorrow', 'refused'],
  ])('%s means %s', (id, kind) => {
    expect(kindOfFailure(id)).toBe(kind);
  });

  it('makes a short word of any id', () => {
    const id = (error: unknown) =>
      errorIdOf({ error, comment_for_user: null, comment_for_dev: null });
    expect(id('TimeOut')).toBe('TimeOut');
    expect(id(null)).toBe('unknown');
    expect(id('x'.repeat(5_000))).toHaveLength(100);
  });
});
