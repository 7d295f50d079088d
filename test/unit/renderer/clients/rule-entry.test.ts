import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  emptyEntry,
  entryOf,
  faultsOf,
  patternFor,
  ruleOf,
  type RuleEntry,
} from '../../../../src/renderer/clients/rule-entry.ts';
import { localRuleSchema, type LocalRule } from '../../../../src/shared/clients/local-rule.ts';
import { createMatcher } from '../../../../src/shared/clients/pattern.ts';

const entry = (part: Partial<RuleEntry>): RuleEntry => ({
  ...emptyEntry(1),
  pattern: 'WS-#-*',
  target: 'number',
  ...part,
});

describe('a rule that is put together', () => {
  const rules: readonly LocalRule[] = [
    { field: 'computer', pattern: 'WS-#-*', client: null },
    { field: 'session', pattern: '*kasse*', client: { key: null, name: 'Laden', number: '7' } },
    { field: 'session', pattern: 'x', client: { key: 'folder', name: 'Müller', number: null } },
  ];
  it.each(rules)('comes back from its parts as it was: $pattern', (rule) => {
    expect(ruleOf(entryOf(1, rule))).toEqual(rule);
  });

  it.each([
    ['', 'rules.patternMissing'],
    ['   ', 'rules.patternMissing'],
    ['*?*', 'rules.patternAll'],
    ['x'.repeat(201), 'rules.patternLong'],
    ['WS-*', 'rules.patternNumber'],
    ['#-#', 'rules.patternNumber'],
  ])('says what is wrong with the pattern “%s”', (pattern, fault) => {
    expect(faultsOf(entry({ pattern })).pattern).toBe(fault);
    expect(ruleOf(entry({ pattern }))).toBeNull();
  });

  it('wants a client, and a name where it is a new one', () => {
    expect(faultsOf(entry({ target: '' }))).toEqual({ target: 'rules.clientMissing' });
    expect(faultsOf(entry({ target: 'key:gone' }))).toEqual({ target: 'rules.clientMissing' });
    expect(faultsOf(entry({ target: 'new', name: ' ' }))).toEqual({ name: 'rules.nameMissing' });
  });

  it('is no rule where main would refuse it', () => {
    const long = entry({ target: 'new', name: 'x'.repeat(501) });
    expect(ruleOf(long)).toBeNull();
    const good = ruleOf(entry({ target: 'new', name: ' Laden ', number: ' ' }));
    expect(good?.client).toEqual({ key: null, name: 'Laden', number: null });
    expect(v.is(localRuleSchema, good)).toBe(true);
  });
});

describe('a pattern for a name', () => {
  it.each(['PC-EMPFANG', ' Kasse #3 ', 'Büro*?', '#20417 Drucker druckt nicht', 'Straße 7'])(
    'fits that name: %s',
    (name) => {
      expect(createMatcher(patternFor(name)).match(name)).not.toBeNull();
    },
  );

  it('is none for a name of signs alone', () => {
    expect(faultsOf(entry({ pattern: patternFor('***'), target: 'new', name: 'x' })).pattern).toBe(
      'rules.patternAll',
    );
  });
});
