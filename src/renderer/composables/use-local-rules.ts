import { computed, reactive, readonly, ref, shallowRef, watch } from 'vue';
import { localPrefix, type ClientEntry } from '../../shared/clients/client.ts';
import type { LocalPreview, LocalRule } from '../../shared/clients/local-rule.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import {
  emptyEntry,
  entryOf,
  ruleOf,
  targetOf,
  type RuleChoice,
  type RuleEntry,
} from '../clients/rule-entry.ts';
import { useBridge } from './use-bridge.ts';

type Place = 'read' | 'preview' | 'save';
type Tally = LocalPreview['rules'][number];

/**
 * The rules main holds as a draft, and what the draft would do to the sessions without a client. Nothing holds
 * before it is saved, and nothing of the draft is lost where saving fails.
 *
 * @param active whether somebody looks; only then the draft is tried out
 */
export function useLocalRules(active: () => boolean) {
  const bridge = useBridge();
  /** Null until they were read. */
  const held = shallowRef<readonly LocalRule[] | null>(null);
  const clients = shallowRef<readonly ClientEntry[]>([]);
  const entries = ref<RuleEntry[]>([]);
  const preview = shallowRef<LocalPreview | null>(null);
  const tallies = shallowRef<ReadonlyMap<number, Tally>>(new Map());
  const problems = reactive<Record<Place, Problem | null>>({
    read: null,
    preview: null,
    save: null,
  });
  const busy = ref(false);
  let ids = 0;
  let started = 0;
  let trying = false;
  let again = false;

  /** Entries that can be rules, with their rules. */
  const whole = computed(() =>
    entries.value.flatMap((entry) => {
      const rule = ruleOf(entry);
      return rule ? [{ id: entry.id, rule }] : [];
    }),
  );
  const drafted = computed(() => whole.value.map(({ rule }) => rule));
  const changed = computed(
    () =>
      held.value !== null &&
      (whole.value.length !== entries.value.length || !same(drafted.value, held.value)),
  );
  /** Clients the server knows, by name, then those that only rules know. */
  const choices = computed((): readonly RuleChoice[] => {
    const named = (held.value ?? []).flatMap(({ client }) => (client?.key ? [client] : []));
    const listed = clients.value.map(({ key, name, number, isLocal }) => ({
      target: targetOf(key),
      client: { key: isLocal ? null : key, name: name || key, number },
    }));
    const keys = new Set(clients.value.map(({ key }) => key));
    const gone = named
      .filter(({ key }, index) => !keys.has(key ?? '') && firstOf(named, key) === index)
      .map((client) => ({ target: targetOf(client.key ?? ''), client }));
    return [...listed, ...gone];
  });

  async function ask<T>(place: Place, wish: () => Promise<Outcome<T>>): Promise<T | null> {
    const ticket = started;
    let outcome: Outcome<T>;
    try {
      outcome = await wish();
    } catch (error) {
      outcome = { ok: false, problem: problemOf(error) };
    }
    if (ticket !== started) return null;
    problems[place] = outcome.ok ? null : outcome.problem;
    return outcome.ok ? outcome.value : null;
  }

  async function read(): Promise<boolean> {
    const rules = await ask('read', () => bridge.call('clients.rules'));
    if (!rules) return false;
    const list = await ask('read', () => bridge.call('clients.list'));
    if (!list) return false;
    clients.value = list.clients.filter(({ key }) => key !== '' && key !== localPrefix);
    entries.value = rules.map((rule) => entryOf(nextId(), rule));
    held.value = rules;
    return true;
  }

  /** One at a time: a long history is walked for every answer. */
  async function tryOut(): Promise<void> {
    if (!active() || held.value === null) return;
    if (trying) {
      again = true;
      return;
    }
    trying = true;
    do {
      again = false;
      const tried = whole.value;
      const value = await ask('preview', () =>
        bridge.call(
          'clients.previewRules',
          tried.map(({ rule }) => rule),
        ),
      );
      preview.value = value;
      tallies.value = new Map(
        tried.flatMap(({ id }, index) => {
          const tally = value?.rules[index];
          return tally ? [[id, tally] as const] : [];
        }),
      );
    } while (again && active());
    trying = false;
  }

  function nextId(): number {
    ids += 1;
    return ids;
  }

  watch([drafted, held], () => void tryOut());

  return {
    held,
    choices,
    entries,
    preview,
    tallies,
    changed,
    problems: readonly(problems),
    busy: readonly(busy),
    /** Reads everything anew. @returns whether that went well. */
    start(): Promise<boolean> {
      started += 1;
      held.value = null;
      entries.value = [];
      preview.value = null;
      Object.assign(problems, { read: null, preview: null, save: null });
      return read();
    },
    read,
    add(part: Partial<RuleEntry>): number {
      const entry = { ...emptyEntry(nextId()), ...part };
      entries.value.push(entry);
      return entry.id;
    },
    /** @returns whether main took them. */
    async save(): Promise<boolean> {
      busy.value = true;
      const value = await ask('save', () => bridge.call('clients.setRules', drafted.value));
      busy.value = false;
      if (value) held.value = value;
      return value !== null;
    },
  };
}

function same(a: readonly LocalRule[], b: readonly LocalRule[]): boolean {
  return JSON.stringify(a.map(parts)) === JSON.stringify(b.map(parts));
}

function parts({ field, pattern, client }: LocalRule): readonly unknown[] {
  return [field, pattern, client && [client.key, client.name, client.number]];
}

function firstOf(clients: readonly { readonly key: string | null }[], key: string | null): number {
  return clients.findIndex((client) => client.key === key);
}
