import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { answerNextDialog } from '../../test/electron-host/testing.ts';
import type { Sandbox } from '../../test/sandbox/index.ts';
import type { RawSession } from '../../test/sandbox/types.ts';
import { search, signIn } from './places.ts';
import type { Program, Scene } from './scene.ts';

const words = {
  de: {
    again: 'Trotzdem exportieren',
    more: 'Anderes Format oder anderer Ort',
    xlsx: 'Excel-Mappe (XLSX)',
    client: 'kunde',
    repeat: 'Wiederholen',
  },
  en: {
    again: 'Export all the same',
    more: 'Another format or place',
    xlsx: 'Excel workbook (XLSX)',
    client: 'client',
    repeat: 'Repeat',
  },
} as const;

const notice = '[data-test=export-notice]';

export async function toEmptyExports(page: Page, sandbox: Sandbox): Promise<void> {
  await signIn(page, sandbox, 'de');
  await page.keyboard.press('Control+4');
  await page.locator('main h2').waitFor();
}

/** Exports two clients and today, corrects sessions of the first, and turns to the list of what was exported. */
export function toExports(
  lang: Scene['lang'],
  then: 'list' | 'differences' | 'marks' = 'list',
): NonNullable<Scene['act']> {
  return async (page, sandbox, { app, profile }: Program) => {
    const of = words[lang];
    await signIn(page, sandbox, lang);
    await page.keyboard.press('Control+2');
    const folder = join(profile, lang === 'de' ? 'Abrechnung' : 'Billing');
    mkdirSync(folder);
    const clients = clientsOf(sandbox);
    for (const [at, client] of clients.entries()) {
      await search(`${of.client}:"${client}"`)(page);
      if (at === 0) {
        const filePath = join(folder, `Tagwerk_2026-11_${fileName(client)}.csv`);
        await answerNextDialog(app, { canceled: false, filePath });
        await page.locator('[data-test=export]').click();
      } else {
        await answerNextDialog(app, { response: 0 });
        await page.getByRole('button', { name: of.more }).click();
        await page.getByRole('button', { name: of.xlsx }).click();
      }
      await page.locator(notice, { hasText: 'Tagwerk_' }).waitFor();
    }
    for (const { id } of endedToday(sandbox).filter((each) => nameOf(each) === clients[0]))
      sandbox.update(id, { customDuration: 45 * 60_000 });
    await page.keyboard.press('Control+R');
    await search(`${of.client}:"${clients[0]}"`)(page);
    await page.locator('.text-wrong').first().waitFor();
    if (then === 'marks') {
      await page.locator('[data-line]:has(.text-wrong)').first().click();
      await page.locator('aside [data-test=exports]').scrollIntoViewIfNeeded();
      return;
    }
    await page.keyboard.press('Control+4');
    const lines = page.locator('main [data-roving]');
    await lines.last().click();
    await page.locator('[data-test=differences]').waitFor();
    if (then === 'differences') {
      await page.locator('[data-test=differences]').scrollIntoViewIfNeeded();
      return;
    }
    await answerNextDialog(app, { response: 0 });
    await page.getByRole('button', { name: of.repeat }).click();
    await page.getByRole('button', { name: of.again }).click();
    await page.locator(notice, { hasText: 'Tagwerk_' }).waitFor();
    await lines.nth(clients.length).waitFor();
    await page.locator('aside header button').click();
  };
}

const nameOf = ({ clientCompany }: RawSession): string | undefined =>
  clientCompany?.companyFolderDisplayName;

/** The newest first: what is read again at once where the server changed it. */
function endedToday(sandbox: Sandbox): readonly RawSession[] {
  return [...sandbox.allSessions()]
    .filter((each) => each.sessionFinishedAt !== null && nameOf(each) !== undefined)
    .sort((a, b) => b.sessionCreatedAt - a.sessionCreatedAt)
    .slice(0, 6);
}

/** The clients that today's work was for. */
function clientsOf(sandbox: Sandbox): readonly string[] {
  return [...new Set(endedToday(sandbox).flatMap((each) => nameOf(each) ?? []))].slice(0, 3);
}

function fileName(client: string): string {
  return client.replaceAll(/[^\p{L}\d]+/gu, '-').replaceAll(/^-|-$/g, '');
}
