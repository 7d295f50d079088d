import type { ElectronApplication, Page } from 'playwright';
import { whichElectron } from '../../electron-host/launch.ts';
import { benchKeychain, prepareProfile, type Profile } from '../app.ts';
import type { Part } from './bench.ts';
import { percentile } from './clock.ts';
import { droppedFrames, paintedAfter } from './probe.ts';

const rounds = 3;
const few = 100;
const lineHeight = 28;
const rows = 10_000;
const frames = 300;

/** Texts of columns that are shown, and that some of few sessions have too: with every key other letters are marked. */
const words = ['katrin', 'sebastian', 'steuer', 'laptop', 'nguyen'];
const keys = words.flatMap((word) =>
  [...word].map((letter, at) => ({ letter, text: word.slice(0, at + 1) })),
);

interface Side {
  readonly profile: Profile;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** By key, by round, ms. */
  readonly painted: number[][];
  readonly dropped: number[];
}

/** The page as it is built, in Chromium, with many sessions and with few, taking turns. */
export const page: Part = {
  sessions: 200_000,
  async run(sessions) {
    const keychain = await benchKeychain();
    const sides: Side[] = [];
    try {
      for (const count of [sessions, few]) {
        const profile = await prepareProfile(count, keychain);
        const app = await profile.launch();
        const window = await app.firstWindow();
        sides.push({ profile, app, page: window, painted: keys.map(() => []), dropped: [] });
        profile.leaveAlone();
        await openHistory(window, count);
      }
      for (let round = 0; round < rounds; round++) for (const side of sides) await type(side);
      for (let round = 0; round < rounds; round++)
        for (const side of sides)
          side.dropped.push(await droppedFrames(side.page, rows * lineHeight, frames));
    } finally {
      for (const { app, profile } of sides) {
        await app.close();
        profile.remove();
      }
      await keychain?.stop();
    }
    const [many, small] = sides;
    if (!many || !small) throw new Error('a side is missing');
    const on = whichElectron() === 'host' ? ', on the Electron host' : '';
    return [
      {
        name: `key press to painted rows, ${sessions} sessions${on}, p95 of ${keys.length} keys`,
        measured: typical(many),
        floor: typical(small),
        floorName: `the same page over ${few} sessions`,
        unit: 'ms',
        target: { atMost: 1.5 },
      },
      {
        name: `frames dropped while scrolling ${rows} rows in ${frames} frames${on}`,
        measured: percentile(many.dropped, 0.5),
        floor: percentile(small.dropped, 0.5),
        floorName: `the same frames over ${few} rows, to and fro`,
        unit: 'frames',
        target: { gainAtMost: 0 },
      },
    ];
  },
};

async function openHistory(window: Page, sessions: number): Promise<void> {
  await window.setViewportSize({ width: 1280, height: 800 });
  await window.getByRole('link', { name: 'History' }).click();
  const found = window.locator('[data-test=found]');
  await found.waitFor();
  const shown = Number((await found.innerText()).replaceAll(/\D/g, ''));
  if (shown < sessions * 0.9) throw new Error(`${shown} of ${sessions} sessions`);
}

async function type({ page: window, painted }: Side): Promise<void> {
  await window.getByRole('search').getByRole('textbox').focus();
  for (const [place, { letter, text }] of keys.entries()) {
    painted[place]?.push(await paintedAfter(window, letter, text));
    if (words.includes(text)) await clear(window);
    // Nobody types the next letter at once.
    await window.waitForTimeout(150);
  }
}

async function clear(window: Page): Promise<void> {
  await window.keyboard.press('Control+A');
  await paintedAfter(window, 'Delete', '');
}

function typical({ painted }: Side): number {
  return percentile(
    painted.map((times) => percentile(times, 0.5)),
    0.95,
  );
}
