import { createColumns } from '../../../src/main/history/columns/index.ts';
import type { Columns, Found, SearchRequest } from '../../../src/main/history/columns/types.ts';
import { pageSize } from '../../../src/shared/history/result.ts';
import { input } from '../children.ts';
import { cpuOf, cpuOfEach, percentile } from './clock.ts';
import { sampleHistory } from './sample.ts';
import { choices, requestOf, typed, type ChoiceName, type Taken } from './typed.ts';

export interface ColumnsFigures {
  readonly buildMs: number;
  /** By what is typed: how many there are, and the first page. */
  readonly alone: Taken;
  /** The same with totals, facets and charts. */
  readonly together: Taken;
  /** Time by client, technician and day of everything. */
  readonly totalsMs: number;
  /** A hundred changed rows, and the search after them. */
  readonly changedMs: number;
}

const rounds = 5;
const { sessions } = await input<{ sessions: number }>();
const columns = createColumns();
const buildMs = fill(columns);

const alone = timesOf((request) => firstPage(request));
const together = timesOf((request) => everythingOf(firstPage(request)));
const totalsMs = percentile(
  Array.from({ length: 15 }, () => {
    const found = firstPage(requestOf(''));
    return cpuOf(() => found.charts);
  }),
  0.5,
);
const figures: ColumnsFigures = { buildMs, alone, together, totalsMs, changedMs: changed() };
process.send?.(figures);

/** Rows are numbered by their age, as those of the rivals are. */
function fill(to: Columns): number {
  let pk = sessions;
  let spent = 0;
  for (const batch of sampleHistory(sessions, 'newest'))
    spent += cpuOf(() => {
      for (const session of batch) to.put(pk--, session);
    });
  return spent + cpuOf(() => firstPage(requestOf('')));
}

function firstPage(request: SearchRequest): Found {
  const found = columns.search(request, () => false);
  if (found === null) throw new Error('overtaken');
  if (found.page(0, pageSize).length > found.lines) throw new Error('more lines than there are');
  return found;
}

function everythingOf({ totals, facets, charts }: Found): unknown {
  return [totals, facets, charts];
}

function timesOf(work: (request: SearchRequest) => unknown): Taken {
  const taken = (name: ChoiceName) =>
    cpuOfEach(
      typed.map((text) => requestOf(text, choices[name])),
      rounds,
      work,
    );
  return { none: taken('none'), period: taken('period'), client: taken('client') };
}

function changed(): number {
  const [batch = []] = sampleHistory(sessions, 'newest', 100);
  const times = Array.from({ length: 5 }, (_, round) =>
    cpuOf(() => {
      for (const [at, session] of batch.entries())
        columns.put(sessions - at, { ...session, invoiceState: `Changed${round}` });
      firstPage(requestOf('drucker'));
    }),
  );
  return percentile(times, 0.5);
}
