import { report, type Figure } from './report.ts';
import { benchStart } from './start.ts';
import { benchSync } from './sync.ts';

/** `npm run bench`: every figure beside its floor; `npm run bench -- sync` for one of them. */
const sessions = 100_000;
const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  sync: () => benchSync(sessions),
  start: () => benchStart(sessions),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  console.log(report(await bench()));
}
process.exit(0);
