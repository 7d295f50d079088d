import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, readHead, seal } from '../../../../src/main/account/sealed-secrets.ts';
import type { Secrets } from '../../../../src/main/account/types.ts';

const token = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 });
const anySecrets: fc.Arbitrary<Secrets> = fc.record({
  endpoint: fc.constant('https://a.example/graphql'),
  customerUuid: fc.uuid(),
  integratorToken: token,
  userToken: token,
  historyKey: fc.option(fc.constant('ab'.repeat(32))),
});

function unseal(head: string, parts: readonly string[]): Secrets | null {
  const reading = readHead(head);
  if (reading.kind === 'mangled') return null;
  return reading.kind === 'whole' ? reading.secrets : join(parts, reading.sha256);
}

describe('sealed secrets', () => {
  it('come back as they were, in entries within the limit', () => {
    fc.assert(
      fc.property(anySecrets, fc.integer({ min: 200, max: 5000 }), (secrets, limit) => {
        const { head, parts } = seal(secrets, limit, 'a');
        for (const entry of [head, ...parts]) {
          expect(Buffer.byteLength(entry)).toBeLessThanOrEqual(limit);
        }
        expect(unseal(head, parts)).toEqual(secrets);
      }),
      { numRuns: 60 },
    );
  });

  it('name their parts in the head, and nothing of their content', () => {
    const secrets: Secrets = {
      endpoint: 'https://a.example/graphql',
      customerUuid: 'uuid',
      integratorToken: 'canary'.repeat(1000),
      userToken: 'u',
      historyKey: null,
    };
    const { head, parts } = seal(secrets, 2400, 'b');
    expect(head).not.toContain('canary');
    expect(readHead(head)).toEqual({
      kind: 'split',
      set: 'b',
      count: parts.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(parts.length).toBeGreaterThan(2);
    expect(unseal(head, parts.slice(1))).toBeNull();
    expect(unseal(head, parts.toReversed())).toBeNull();
    expect(unseal(head, [...parts, 'x'])).toBeNull();
  });

  it('keep nothing beyond their own fields', () => {
    const { head } = seal({ ...sample, extra: 'no' } as Secrets, Infinity, 'a');
    expect(head).not.toContain('extra');
  });

  it('are read from anything without throwing', () => {
    fc.assert(fc.property(fc.string(), (head) => void readHead(head)));
    fc.assert(fc.property(fc.json(), (head) => void readHead(head)));
    const bad = [{ count: 0 }, { count: 1e9 }, { count: 1.5 }, { set: '../c' }, { sha256: 1 }];
    for (const change of bad) {
      const split = { set: 'a', count: 2, sha256: '', ...change };
      expect(readHead(JSON.stringify({ version: 1, split }))).toEqual({ kind: 'mangled' });
    }
  });
});

const sample: Secrets = {
  endpoint: 'https://a.example/graphql',
  customerUuid: 'uuid',
  integratorToken: 'i',
  userToken: 'u',
  historyKey: null,
};
