import type { Page } from 'playwright';
import type { Sandbox } from '../../test/sandbox/index.ts';

/** Opens the third client. */
export async function openClient(page: Page): Promise<void> {
  await page.locator('main [data-roving]').nth(2).click();
  await page.locator('aside h2').waitFor();
}

/** Begins rules for the sessions without a client: one by client number, one for a client of this machine. */
export async function openRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lokale Regeln' }).first().click();
  const dialog = page.getByRole('dialog');
  const add = dialog.getByRole('button', { name: 'Regel hinzufügen' });
  await add.click();
  await dialog.getByLabel('Muster').fill('WS-#-*');
  await dialog.getByLabel('Kunde').selectOption('number');
  await add.click();
  await dialog.getByLabel('Muster').fill('BAECKEREI-KASSE-*');
  await dialog.getByLabel('Kunde').selectOption('new');
  await dialog.getByLabel('Name', { exact: true }).fill('Bäckerei Hansen');
  await dialog.locator('[data-test=finds]', { hasText: 'Findet' }).waitFor();
}

/** Looks the technician up whose tokens are used. */
export async function openPerson(page: Page, sandbox: Sandbox): Promise<void> {
  await page.getByRole('button', { name: 'Person suchen' }).click();
  await page.getByRole('dialog').getByLabel('E-Mail-Adresse').fill(sandbox.ownEmail);
  await page.keyboard.press('Enter');
  await page.locator('[data-test=person]').waitFor();
}

/** Fetches a token payload, and leaves it masked. */
export async function openIntegration(page: Page): Promise<void> {
  await page.keyboard.press('Control+5');
  await page.getByLabel('Benutzer', { exact: true }).selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Payload abrufen' }).click();
  await page.locator('[data-test=masked]').nth(2).waitFor();
  await page.getByRole('heading', { name: 'Integration' }).scrollIntoViewIfNeeded();
}

/** Opens the card of the technician's own company, with its picture. */
export async function openOwnCompany(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Eigene Firma' }).click();
  await page.locator('aside img').waitFor();
}

/** The dialog in which an export is set up, with a profile in it. German. */
export async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Anderes Format oder anderer Ort' }).click();
  await page.getByRole('button', { name: 'Spalten, Runden, Ort …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export einrichten' });
  for (const name of ['Kundennummer', 'Bezeichnung', 'Kommentar-Link'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Als Profil speichern' }).click();
  await dialog.getByPlaceholder('Name des Profils').fill('Buchhaltung');
  await page.keyboard.press('Enter');
  await dialog.getByText('ist gespeichert').waitFor();
}

/** What pcvisit's own export would come to. German. */
export async function openServerExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Anderes Format oder anderer Ort' }).click();
  await page.getByRole('button', { name: 'Datei von pcvisit holen …' }).click();
  await page.locator('[data-test=server-prospect]').waitFor();
}

/** The same of so many sessions that pcvisit cannot be told all of the search. */
export async function openVague(page: Page): Promise<void> {
  await page.getByLabel('Verlauf durchsuchen').fill('min:1m -drucker');
  await page.waitForTimeout(300);
  await openServerExport(page);
}
