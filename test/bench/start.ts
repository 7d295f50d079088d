import { whichElectron } from '../electron-host/launch.ts';
import { benchKeychain, firstToday, prepareProfile, type Profile } from './app.ts';
import type { Figure } from './report.ts';

const rounds = 5;

/**
 * From the start of the program to the first Today, read from a history of so many sessions, beside
 * the same start with a history that holds next to nothing.
 */
export async function benchStart(sessions: number): Promise<readonly Figure[]> {
  const keychain = await benchKeychain();
  const full = await prepareProfile(sessions, keychain);
  const bare = await prepareProfile(10, keychain);
  try {
    const times = { full: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.full.push(await timeStart(full));
      times.bare.push(await timeStart(bare));
    }
    const on = whichElectron() === 'host' ? ', on the Electron host' : '';
    return [
      {
        name: `start to first Today from ${sessions} sessions${on}, median of ${rounds}`,
        measured: median(times.full),
        floor: median(times.bare),
        floorName: 'the same from 10 sessions',
        unit: 'ms',
      },
    ];
  } finally {
    full.remove();
    bare.remove();
    await keychain?.stop();
  }
}

async function timeStart({ launch }: Profile): Promise<number> {
  const started = performance.now();
  const app = await launch();
  await firstToday(await app.firstWindow());
  const took = performance.now() - started;
  await app.close();
  return took;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
