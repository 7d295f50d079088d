import * as v from 'valibot';
import {
  localRuleSchema,
  longestPattern,
  type LocalRule,
  type RuleClient,
} from '../../shared/clients/local-rule.ts';
import { isPattern } from '../../shared/clients/pattern.ts';
import type { MessageKey } from '../i18n.ts';

/** The client whose number stands at `#`. */
export const byNumber = 'number';
/** A client that only this machine knows, by the name typed. */
export const newClient = 'new';

/** A rule as it is being put together: whatever is typed, right or wrong. */
export interface RuleEntry {
  /** Tells it from the others while it is edited and moved. */
  readonly id: number;
  readonly field: LocalRule['field'];
  readonly pattern: string;
  /** Empty until it is chosen; {@link byNumber}, {@link newClient}, or {@link targetOf} a known client. */
  readonly target: string;
  /** The known client, and what is typed for a new one. */
  readonly known: RuleClient | null;
  readonly name: string;
  readonly number: string;
}

export type RulePart = 'pattern' | 'target' | 'name';

/** A client to choose. */
export interface RuleChoice {
  readonly target: string;
  readonly client: RuleClient;
}

export function targetOf(key: string): string {
  return `key:${key}`;
}

export function emptyEntry(id: number): RuleEntry {
  return { id, field: 'computer', pattern: '', target: '', known: null, name: '', number: '' };
}

export function entryOf(id: number, { field, pattern, client }: LocalRule): RuleEntry {
  const blank = { ...emptyEntry(id), field, pattern };
  if (client === null) return { ...blank, target: byNumber };
  if (client.key !== null) return { ...blank, target: targetOf(client.key), known: client };
  return { ...blank, target: newClient, name: client.name, number: client.number ?? '' };
}

/** @returns what is wrong with it, part by part; nothing where it can be a rule. */
export function faultsOf(entry: RuleEntry): Partial<Record<RulePart, MessageKey>> {
  const pattern = patternFault(entry);
  return {
    ...(pattern && { pattern }),
    ...(clientOf(entry) === undefined && { target: 'rules.clientMissing' as const }),
    ...(entry.target === newClient &&
      entry.name.trim() === '' && { name: 'rules.nameMissing' as const }),
  };
}

/** @returns null where it is none yet. */
export function ruleOf(entry: RuleEntry): LocalRule | null {
  if (Object.keys(faultsOf(entry)).length > 0) return null;
  const { field, pattern } = entry;
  const rule = v.safeParse(localRuleSchema, { field, pattern, client: clientOf(entry) });
  return rule.success ? rule.output : null;
}

/** A pattern that fits a name as it stands: signs that mean something in one are any character. */
export function patternFor(name: string): string {
  return name.trim().slice(0, longestPattern).replace(/[*?#]/g, '?').trim();
}

function patternFault({ pattern, target }: RuleEntry): MessageKey | null {
  const text = pattern.trim();
  if (text === '') return 'rules.patternMissing';
  if (text.length > longestPattern) return 'rules.patternLong';
  if (!isPattern(text)) return 'rules.patternAll';
  return target === byNumber && text.split('#').length !== 2 ? 'rules.patternNumber' : null;
}

function clientOf({ target, known, name, number }: RuleEntry): RuleClient | null | undefined {
  if (target === byNumber) return null;
  if (target === newClient) return { key: null, name, number: number.trim() || null };
  return target === '' ? undefined : (known ?? undefined);
}
