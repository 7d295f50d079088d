import { parseArgs } from 'node:util';
import { benchExport, exportParts } from './export/index.ts';
import { benchHistory, historyParts } from './history/index.ts';
import { report, type Figure } from './report.ts';
import { benchStart } from './start.ts';
import { benchSync } from './sync.ts';

const help = `npm run bench                    every figure beside its floor or rival
npm run bench -- sync            one benchmark: sync, start, history or export
npm run bench -- history --sessions 50000
                                 with fewer sessions, to try things out
npm run bench -- history --part search --part open
                                 some parts: ${historyParts.join(', ')}
npm run bench -- export --part csv
                                 some parts: ${exportParts.join(', ')}`;

const benches: Readonly<Record<string, () => AsyncIterable<readonly Figure[]>>> = {
  sync: () => once(benchSync(most(100_000))),
  start: () => once(benchStart(most(100_000))),
  history: () => benchHistory(most(Infinity), parts),
  export: () => benchExport(most(Infinity), parts),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sessions: { type: 'string' }, part: { type: 'string', multiple: true } },
});
const parts = values.part ?? [];
const isKnown =
  positionals.every((name) => name in benches) &&
  parts.every((part) => [...historyParts, ...exportParts].includes(part));
if (!isKnown || (values.sessions !== undefined && !(Number(values.sessions) >= 1000))) {
  console.error(help);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}`);
  for await (const figures of bench()) console.log(report(figures));
}
process.exit(0);

function most(usual: number): number {
  return Math.min(usual, Math.floor(Number(values.sessions ?? usual)));
}

async function* once(figures: Promise<readonly Figure[]>): AsyncGenerator<readonly Figure[]> {
  yield await figures;
}
