import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import { createSearch, type Search } from '../../../../../src/main/history/search/index.ts';
import { exportMarks, type ExportMark } from '../../../../../src/shared/exports/mark.ts';
import type { ExportRequest } from '../../../../../src/shared/exports/request.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { measuredMs } from '../../../../../src/shared/worktime.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { noon, question } from '../support/search.ts';
import { sessionOf } from '../support/sessions.ts';

const hour = 3_600_000;
const clients = ['Müller', 'Weiß'] as const;

/** What a bill is made of, and what is not. */
interface Values {
  readonly custom: number | null;
  readonly minutes: number | null;
  readonly client: 0 | 1 | null;
  readonly name: string;
  readonly invoice: string;
}
const values: fc.Arbitrary<Values> = fc.record({
  custom: fc.constantFrom(null, null, 0, 900_000),
  minutes: fc.constantFrom(null, 5, 5, 30),
  client: fc.constantFrom(0, 0, 1, null),
  name: fc.constantFrom('Drucker', 'Umzug'),
  invoice: fc.constantFrom('Open', 'Invoiced'),
});
const number = fc.nat(5);
const written = fc.record({ number, values });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: written }) },
  {
    weight: 3,
    arbitrary: fc.record({
      export: fc.uniqueArray(number, { maxLength: 4 }),
      meanwhile: fc.option(written),
      ends: fc.constantFrom('finished', 'finished', 'dropped', 'finished at the next start'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ vanish: number }) },
  { weight: 1, arbitrary: fc.record({ purge: number }) },
  { weight: 1, arbitrary: fc.record({ restart: fc.constantFrom('saved', 'killed') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const beganAt = (n: number): number => noon - n * 13 * hour;

function sessionWith(n: number, { custom, minutes, client, name, invoice }: Values, at: number) {
  const createdAt = beganAt(n);
  return sessionOf({
    id: `s${n}`,
    name,
    invoiceState: invoice,
    createdAt,
    finishedAt: minutes === null ? null : createdAt + minutes * 60_000,
    durationMs: minutes === null ? null : minutes * 60_000,
    customDurationMs: custom,
    client:
      client === null
        ? null
        : { folderId: `f${client}`, name: clients[client], number: `00${client}` },
    lastUpdatedAt: at,
  });
}

/** The program, and beside it what it has to know of exports: of each session, what the newest one says. */
class Story {
  readonly store: MemoryStore = createMemoryStore();
  readonly held = new Map<string, Session>();
  readonly exported = new Map<string, string>();
  search: Search = this.#start();
  #at = 0;

  #start(): Search {
    return createSearch({
      store: this.store,
      createColumns,
      restoreColumns,
      nextNumber: () => 1,
      isOvertaken: () => false,
    });
  }

  take(each: Step): void {
    this.#at += 1;
    if ('put' in each) this.#put(each.put);
    else if ('export' in each) this.#export(each);
    else if ('vanish' in each) {
      this.store.markVanished([`s${each.vanish}`], this.#at);
      this.held.delete(`s${each.vanish}`);
    } else if ('purge' in each) {
      this.store.purgeBefore(beganAt(each.purge));
      for (let n = each.purge + 1; n <= 5; n += 1) {
        this.held.delete(`s${n}`);
        this.exported.delete(`s${n}`);
      }
    } else {
      if (each.restart === 'saved') this.search.save();
      this.search = this.#start();
    }
  }

  #put({ number: n, values: given }: { readonly number: number; readonly values: Values }): void {
    const session = sessionWith(n, given, this.#at);
    this.store.write([session], this.#at);
    this.held.set(session.id, session);
  }

  #export({ export: numbers, meanwhile, ends }: Extract<Step, { readonly export: unknown }>): void {
    const wanted = new Set(numbers.map((n) => `s${n}`).filter((id) => this.held.has(id)));
    const request: ExportRequest = {
      query: question().query,
      options: { format: 'csv', columns: ['id'], language: 'de' },
      label: null,
    };
    const plan = { request, path: '/a.csv', part: '/a.part' };
    const totals = { rows: wanted.size, measuredMs: 0, billableMs: 0 };
    const id = this.store.openExport(plan, totals, this.#at);
    const then = [...wanted].map((each) => this.held.get(each) as Session);
    this.store.recordExported(
      id,
      then.map((session) => ({
        pk: this.store.sessions.pkOf(session.id) ?? 0,
        updatedAt: session.lastUpdatedAt,
        measuredMs: session.finishedAt === null ? null : measuredMs(session),
        customMs: session.finishedAt === null ? null : session.customDurationMs,
        billableMs: 0,
      })),
    );
    this.#at += 1;
    if (meanwhile) this.#put(meanwhile);
    if (ends === 'dropped') return this.store.dropExport(id);
    this.store.sealExport(id, { bytes: 1, sha256: 'a' });
    if (ends === 'finished at the next start') this.search = this.#start();
    this.store.finishExport(id, this.#at);
    for (const session of then) this.exported.set(session.id, billOf(session));
  }

  markOf(session: Session): ExportMark {
    const then = this.exported.get(session.id);
    if (then === undefined) return 'no';
    return then === billOf(session) ? 'yes' : 'changed';
  }
}

/** What is billed for a session, and to whom. */
function billOf({ client, ...session }: Session): string {
  const times =
    session.finishedAt === null ? [null, null] : [measuredMs(session), session.customDurationMs];
  return JSON.stringify([...times, client?.folderId]);
}

test('what is not exported yet, and what changed since, is known whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), fc.array(fc.nat(14)), (steps, looks) => {
      const story = new Story();
      for (const [at, each] of steps.entries()) {
        story.take(each);
        // Whether columns are there while it happens must not matter.
        if (looks.includes(at)) story.search.search(question(), 1);
      }
      for (const mark of exportMarks) {
        const found = story.search.search(question({ exported: [mark] }), 1);
        const wanted = [...story.held.values()].filter((each) => story.markOf(each) === mark);
        const ids = found?.page.flatMap((line) => (line.kind === 'session' ? line.row.id : []));
        expect(ids?.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
        const count = found?.facets.exported.choices.find(({ key }) => key === mark)?.sessions;
        expect(count).toBe(wanted.length);
      }
      story.store.db.close();
    }),
    { numRuns: 250 },
  );
});
