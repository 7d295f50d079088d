import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerNextDialog, dialogs } from '../electron-host/testing.ts';
import { expect, test } from './support/fixtures.ts';
import { toHistory } from './support/history.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

const zone = 'Europe/Berlin';

function textIn(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

async function makeRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'Service record (PDF)' }).click();
}

/** `23/11/2026 14:05`, as a record begins a row. */
function beginning(instant: number): RegExp {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(instant);
  const date = part({ day: '2-digit', month: '2-digit', year: 'numeric' });
  return new RegExp(`^${date}\\s+${part({ hour: '2-digit', minute: '2-digit' })}\\s`, 'm');
}

test('a client’s card becomes a service record with every session of the client', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox, zone });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await page.keyboard.press('Control+3');
  const all = [...sandbox.allSessions()];
  const client = all.find(({ clientCompany }) => clientCompany)?.clientCompany;
  const own = all.filter((each) => each.clientCompany?.companyFolderId === client?.companyFolderId);
  const name = client?.companyFolderDisplayName ?? '';
  await page.getByRole('textbox', { name: 'Search clients' }).fill(name);
  await page.locator('main [data-roving]').first().click();
  await expect(page.getByRole('complementary')).toContainText(name);

  const path = join(profile, 'record.pdf');
  await answerNextDialog(app, { canceled: false, filePath: path });
  await makeRecord(page);
  await expect(page.locator('[data-test=export-notice]')).toContainText('record.pdf');
  const [dialog] = await dialogs(app);
  expect(JSON.stringify(dialog)).toMatch(/Tagwerk_[^"]*\.pdf/);
  const text = textIn(path);
  expect(text).toContain('Elbmarsch IT-Service GmbH');
  expect(text).toContain(name);
  expect(text).toContain(`${own.length} session`);
  for (const { sessionCreatedAt } of own) expect(text).toMatch(beginning(Number(sessionCreatedAt)));
  expect(text.match(/^\d\d\/\d\d\/\d{4}\s+\d\d:\d\d\s/gm)).toHaveLength(own.length);
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
});

test('several clients become a folder with a record for each', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve({ sessions: 25 });
  const folder = join(profile, 'records');
  mkdirSync(folder);
  const { app, page } = await launch({ sandbox, zone });
  await signIn(page, sandbox);
  await toHistory(page);
  const clients = new Set(
    [...sandbox.allSessions()].map((each) => each.clientCompany?.companyFolderId ?? ''),
  );
  await answerNextDialog(app, { canceled: false, filePaths: [folder] });
  await makeRecord(page);
  const notice = page.locator('[data-test=export-notice]');
  await expect(notice).toContainText(`${clients.size} files`, { timeout: 120_000 });
  await expect(notice.getByRole('button', { name: 'Open file' })).toHaveCount(0);
  await expect(notice.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const [made = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const records = readdirSync(join(folder, made));
  expect(records).toHaveLength(clients.size);
  const rows = records.map(
    (name) =>
      textIn(join(folder, made, name)).match(/^\d\d\/\d\d\/\d{4}\s+\d\d:\d\d\s/gm)?.length ?? 0,
  );
  expect(rows.reduce((sum, each) => sum + each, 0)).toBe([...sandbox.allSessions()].length);
});
