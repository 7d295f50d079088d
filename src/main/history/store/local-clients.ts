import type { LocalPreview, LocalRule } from '../../../shared/clients/local-rule.ts';
import { measuredMs } from '../../../shared/worktime.ts';
import { createAssigning, type Assigning, type KnownClients } from './assigning.ts';
import type { ClientBook } from './entities/known-clients.ts';
import type { LocalRules } from './entities/local-rules.ts';
import type { HeldSession, Sessions } from './entities/sessions.ts';

export interface LocalClientsDeps {
  readonly rules: LocalRules;
  readonly book: ClientBook;
  readonly sessions: Pick<Sessions, 'withoutClient'>;
}

/**
 * The clients that rules give to sessions that name none. What lies on disk stays as the server told it: everybody
 * who reads sessions for people reads them through here.
 */
export interface LocalClients extends Pick<Assigning, 'assign'> {
  all(): readonly LocalRule[];
  /** @returns the rows that are given another client than before. */
  replace(rules: readonly LocalRule[]): readonly number[];
  /** Clients may have been added or renamed. @returns as {@link LocalClients.replace}. */
  refresh(): readonly number[];
  /** Clients may be gone. @returns as {@link LocalClients.replace}. */
  reapply(): readonly number[];
  preview(rules: readonly LocalRule[]): LocalPreview;
  /** Drops what is remembered: after a rollback it may no longer hold. */
  forget(): void;
}

interface Held {
  readonly edition: number;
  /** There are no rules. */
  readonly isIdle: boolean;
  readonly assigning: Assigning;
}

const nobody: KnownClients = { byFolder: () => null, byNumber: () => null };

/** Rows read at once. */
const chunk = 2000;
const shownExamples = 3;

export function createLocalClients({ rules, book, sessions }: LocalClientsDeps): LocalClients {
  let held: Held | null = null;

  function read(): Held {
    const all = rules.all();
    const isIdle = all.length === 0;
    const assigning = createAssigning(all, isIdle ? nobody : book.open());
    return { edition: book.edition(), isIdle, assigning };
  }
  const current = (): Held => (held ??= read());

  function* all(): Generator<HeldSession> {
    for (let after = 0; ;) {
      const rows = sessions.withoutClient(after, chunk);
      yield* rows;
      after = rows.at(-1)?.pk ?? 0;
      if (rows.length < chunk) return;
    }
  }

  function reread(): readonly number[] {
    const before = current();
    held = read();
    if (before.isIdle && held.isIdle) return [];
    const changed: number[] = [];
    for (const { pk, session } of all()) {
      const old = before.assigning.decide(session)?.client;
      const now = held.assigning.decide(session)?.client;
      const isSame =
        old?.folderId === now?.folderId && old?.name === now?.name && old?.number === now?.number;
      if (!isSame) changed.push(pk);
    }
    return changed;
  }

  return {
    assign: (session) => current().assigning.assign(session),
    all: () => rules.all(),
    replace(next) {
      // What holds now must be known before it is replaced.
      current();
      rules.replace(next);
      return reread();
    },
    refresh() {
      const { edition, isIdle } = current();
      return isIdle || edition === book.edition() ? [] : reread();
    },
    reapply: reread,
    preview(next) {
      const assigning = createAssigning(next, book.open());
      const tallies = next.map((): LocalPreview['rules'][number] => ({
        sessions: 0,
        measuredMs: 0,
        examples: [],
      }));
      let count = 0;
      let assigned = 0;
      for (const { session } of all()) {
        count++;
        const decision = assigning.decide(session);
        const tally = decision && tallies[decision.rule];
        if (!tally) continue;
        assigned++;
        tally.sessions++;
        tally.measuredMs += measuredMs(session);
        tally.examples.push({
          session: session.name,
          computer: session.computer?.displayName ?? null,
          client: decision.client.name,
          startedAt: session.createdAt,
        });
        if (tally.examples.length > shownExamples) tally.examples.sort(latestFirst).pop();
      }
      for (const { examples } of tallies) examples.sort(latestFirst);
      return { sessions: count, assigned, rules: tallies };
    },
    forget() {
      held = null;
    },
  };
}

type Example = LocalPreview['rules'][number]['examples'][number];

/** What happened lately is what people remember. */
const latestFirst = (a: Example, b: Example): number => b.startedAt - a.startedAt;
