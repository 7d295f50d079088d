import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { launchFixture } from './support.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of the machine, as Linux lists them. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

function descendants(of: number, all = processes()): Process[] {
  const children = all.filter(({ parent }) => parent === of);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

function alive(group: readonly Process[]): Process[] {
  const now = new Map(processes().map((each) => [each.pid, each.command]));
  return group.filter(({ pid, command }) => now.get(pid) === command);
}

describe.runIf(process.platform === 'linux')('Chromium', () => {
  for (const way of ['killed', 'closed'] as const) {
    test(`is gone with all its processes once the host is ${way}`, async () => {
      const app = await launchFixture();
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: 'Fixture' }).waitFor();
      const pid = await app.evaluate(() => process.pid);
      const below = descendants(pid);
      expect(
        below.filter(({ command }) => command.includes('--type=renderer')).length,
      ).toBeGreaterThan(0);
      expect(below.filter(({ command }) => !command.includes('--type=')).length).toBeGreaterThan(0);

      if (way === 'closed') await app.close();
      else process.kill(pid, 'SIGKILL');

      const deadline = Date.now() + 20_000;
      while (alive(below).length > 0 && Date.now() < deadline) await sleep(50);
      expect(alive(below)).toEqual([]);
    });
  }
});
