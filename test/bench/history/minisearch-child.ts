import MiniSearch from 'minisearch';
import { fold } from '../../../src/shared/history/fold.ts';
import { pageSize } from '../../../src/shared/history/result.ts';
import { input } from '../children.ts';
import { cpuOfEach, percentile } from './clock.ts';
import { sampleHistory } from './sample.ts';
import { typed } from './typed.ts';

export interface MiniSearchFigures {
  /** p95 over what is typed: how many there are, and the best hundred. */
  readonly aloneMs: number;
}

/** The rival: a full-text index in memory, over the same texts, folded alike. */
const { sessions } = await input<{ sessions: number }>();
const index = new MiniSearch({
  fields: ['name', 'client', 'number', 'computer', 'host', 'people'],
  processTerm: fold,
  searchOptions: { prefix: true, combineWith: 'AND' },
});
let id = 0;
for (const batch of sampleHistory(sessions, 'oldest'))
  index.addAll(
    batch.map(({ name, client, computer, participants }) => ({
      id: ++id,
      name,
      client: client?.name ?? '',
      number: client?.number ?? '',
      computer: computer?.displayName ?? '',
      host: computer?.hostName ?? '',
      people: participants.map((each) => `${each.name ?? ''} ${each.email ?? ''}`).join(' '),
    })),
  );
const each = cpuOfEach(typed, 1, (text) => {
  const hits = index.search(text);
  return [hits.length, hits.slice(0, pageSize)];
});
const figures: MiniSearchFigures = { aloneMs: percentile(each, 0.95) };
process.send?.(figures);
