import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { SavedView } from '../../src/shared/history/view.ts';
import { defaultColumns } from '../../src/shared/history/view.ts';
import { newestFirst, noFilter } from '../../src/shared/history/query.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { clickTrayItem, trays } from '../electron-host/testing.ts';
import { expect, test } from './support/fixtures.ts';
import { toHistory } from './support/history.ts';
import { beingWritten, idsIn, schedulerOn } from './support/jobs.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

const saveView = (page: Page, view: SavedView): Promise<unknown> =>
  page.evaluate(
    (wanted) => window.tagwerk.invoke('history.saveView', { view: wanted, replaces: null }),
    view,
  );

/** The client with the most sessions, and those. */
function busiest(sandbox: Sandbox): { readonly name: string; readonly ids: readonly string[] } {
  const byClient = new Map<string, string[]>();
  for (const { id, clientCompany } of sandbox.allSessions()) {
    const name = clientCompany?.companyFolderDisplayName ?? '';
    if (name !== '') byClient.set(name, [...(byClient.get(name) ?? []), id]);
  }
  const [most] = [...byClient].sort(([, one], [, other]) => other.length - one.length);
  if (!most) throw new Error('there is no client');
  return { name: most[0], ids: most[1].sort() };
}

test('a scheduled job exports a view or a search, and says with a code what stood in its way', async ({
  serve,
  launch,
  profile,
  keychain,
}) => {
  test.setTimeout(240_000);
  const sandbox = await serve();
  const client = busiest(sandbox);
  const text = `kunde:"${client.name}"`;
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await toHistory(first.page);
  await saveView(first.page, {
    name: 'Für die Buchhaltung',
    query: { filter: { ...noFilter, text }, sort: newestFirst, group: 'client' },
    columns: [...defaultColumns],
  });
  await first.app.close();

  const jobs = schedulerOn(profile, keychain);
  const out = (name: string): readonly string[] => ['--format', 'csv', '--out', jobs.at(name)];
  const view = ['--export', 'für die buchhaltung', '--lang=en'];

  await jobs.expect(0, `${client.ids.length} sessions exported to`, ...view, ...out('view.csv'));
  expect(idsIn(jobs.at('view.csv')).toSorted()).toEqual(client.ids);

  // Billing is where a mistake costs money: never twice, never over another file, never on a guess.
  const all = client.ids.length;
  await jobs.expect(6, `${all} of ${all} sessions were exported before`, ...view, ...out('b.csv'));
  await jobs.expect(5, '--overwrite', ...view, '--again', ...out('view.csv'));
  await jobs.expect(4, 'is no saved view', '--export', 'Buchhaltng', '--lang=en', ...out('b.csv'));
  await jobs.expect(4, 'names no date', '--export', 'von:gestrn', '--lang=en', ...out('b.csv'));
  await jobs.expect(4, 'kein Suchwort', '--export=kudne:x', '--lang=de', ...out('b.csv'));
  await jobs.expect(4, 'no saved export profile', ...view, '--profile=DATEV', ...out('b.csv'));
  await jobs.expect(2, '--export needs a --format', ...view, '--format=doc', '--out=b.csv');
  await jobs.expect(2, 'standard output is none', ...view, '--out=-', '--format=csv');
  mkdirSync(jobs.at('folder'));
  await jobs.expect(7, 'could not be written', ...view, '--again', ...out('folder'));
  await jobs.expect(7, 'could not be written', ...view, '--again', ...out('gone/b.csv'));
  expect(readdirSync(jobs.folder).toSorted()).toEqual(['folder', 'view.csv']);

  const search = ['--export', text, '--format=json', `--out=${jobs.at('search.json')}`];
  await jobs.expect(0, 'Keine Ansicht dieses Namens', ...search, '--again', '--lang=de');
  const found = JSON.parse(readFileSync(jobs.at('search.json'), 'utf8')) as unknown;
  expect(JSON.stringify(found)).toContain(client.ids[0]);

  writeFileSync(jobs.at('older.csv'), 'older');
  await jobs.expect(0, 'exported', ...view, '--again', '--overwrite', ...out('older.csv'));
  expect(idsIn(jobs.at('older.csv'))).toHaveLength(all);

  // What was exported stays out, and what was not is exported once.
  const rest = ['--export=from:2000-01-01', '--not-exported', '--lang=en'];
  await jobs.expect(0, /\d sessions exported/, ...rest, ...out('rest.csv'));
  const exported = [...client.ids, ...idsIn(jobs.at('rest.csv'))];
  expect(new Set(exported).size).toBe(exported.length);
  expect(exported).toHaveLength([...sandbox.allSessions()].length);
  await jobs.expect(0, '0 sessions', ...rest, ...out('nothing.csv'));

  // What came since is there after a sync, and not before.
  const { id } = sandbox.add({
    clientCompany: {
      clientId: 'fresh',
      companyFolderId: 'fresh',
      companyFolderDisplayName: 'Frischkunde',
    },
  });
  const fresh = ['--export', 'kunde:Frischkunde', '--lang=en'];
  await jobs.expect(0, '0 sessions', ...fresh, ...out('none.csv'));
  await jobs.expect(0, '1 session', ...fresh, '--sync', ...out('fresh.csv'));
  expect(idsIn(jobs.at('fresh.csv'))).toEqual([id]);
  await sandbox.close();
  await jobs.expect(8, 'could not be asked', ...fresh, '--sync', '--again', ...out('down.csv'));
  await jobs.expect(0, '1 session', ...fresh, '--again', ...out('offline.csv'));

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    mkdirSync(jobs.at('small'));
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', jobs.at('small')]);
    try {
      const everything = ['--export=from:2000-01-01', '--again', '--lang=en'];
      await jobs.expect(7, 'The disk is full', ...everything, ...out('small/a.csv'));
      expect(readdirSync(jobs.at('small'))).toEqual([]);
    } finally {
      execFileSync('/bin/umount', ['-l', jobs.at('small')]);
    }
  }
});

test('a job without anybody’s history says so', async ({ serve, launch, profile, keychain }) => {
  const sandbox = await serve();
  const jobs = schedulerOn(profile, keychain);
  const job = ['--export=My week', '--format=csv', `--out=${jobs.at('a.csv')}`, '--lang=en'];
  await jobs.expect(3, 'Nobody is signed in', ...job);
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await app.close();
  if (keychain === 'system') return;
  await keychain.lock();
  try {
    await jobs.expect(3, 'The keychain is locked', ...job);
  } finally {
    await keychain.unlock();
  }
  const elsewhere = schedulerOn(profile, 'none');
  await elsewhere.expect(3, 'cannot be reached', ...job);
  expect(readdirSync(jobs.folder)).toEqual([]);
});

test('a job that is ended, or killed, leaves no half file, and the next one counts', async ({
  serve,
  launch,
  profile,
  keychain,
}) => {
  test.setTimeout(240_000);
  const sandbox = await serve({ sessions: 6_000 });
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  await app.close();
  const jobs = schedulerOn(profile, keychain);
  const everything = ['--export=from:2000-01-01', '--format=xlsx', '--lang=en'];
  const all = [...everything, `--out=${jobs.at('all.xlsx')}`];

  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    const writing = beingWritten(jobs.folder);
    const job = jobs.start(...all);
    await writing;
    job.process.kill(signal);
    const end = await job.ended;
    expect(end).toMatchObject({ code, stdout: '' });
    expect(end.stderr).toBe('Tagwerk: Called off. There is no half file.\n');
    expect(readdirSync(jobs.folder)).toEqual([]);
  }

  const writing = beingWritten(jobs.folder);
  const killed = jobs.start(...all);
  await writing;
  killed.process.kill('SIGKILL');
  await killed.ended;
  expect(readdirSync(jobs.folder)).toEqual([expect.stringMatching(/\.part$/)]);

  // Of what was never finished nothing was exported before.
  await jobs.expect(0, /6,\d\d\d sessions exported/, ...all);
  expect(readdirSync(jobs.folder)).toEqual(['all.xlsx']);
  await jobs.expect(6, /of 6,\d\d\d sessions were exported before/, ...everything, '--out=b.xlsx');
});

test('where Tagwerk runs already, that one makes the export', async ({
  serve,
  launch,
  profile,
  keychain,
}) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const jobs = schedulerOn(profile, keychain);
  const to = (name: string): string => `--out=${jobs.at(name)}`;
  const today = ['--export=from:today', '--format=csv'];
  await jobs.expect(0, 'exportiert nach', ...today, to('a.csv'), '--lang=de', '--sync');
  expect(idsIn(jobs.at('a.csv')).length).toBeGreaterThan(0);
  const repeats = async (): Promise<boolean | undefined> =>
    (await trays(app))[0]?.menu.find(({ label }) => label === 'Repeat last export')?.enabled;
  await expect.poll(repeats).toBe(true);
  await jobs.expect(6, 'exported before', ...today, to('b.csv'));

  // Called off here, it is called off there.
  sandbox.setFaults({ slowMs: 60_000 });
  const job = jobs.start(...today, to('c.csv'), '--again', '--sync');
  await expect
    .poll(() => page.evaluate(async () => (await window.tagwerk.invoke('sync.read')).phase))
    .toBe('refreshing');
  job.process.kill('SIGTERM');
  expect(await job.ended).toMatchObject({
    code: 143,
    stderr: 'Tagwerk: Called off. There is no half file.\n',
  });
  expect(readdirSync(jobs.folder)).toEqual(['a.csv']);
  await clickTrayItem(app, 'Open Tagwerk');
  await expect(page.getByRole('grid', { name: 'Sessions found' })).toBeVisible();
});
