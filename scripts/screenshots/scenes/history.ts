import { search, toHistory } from '../places.ts';
import type { Scene } from '../scene.ts';

export const historyScenes: readonly Scene[] = [
  { name: 'history-en-light', lang: 'en', act: toHistory('en') },
  { name: 'history-en-dark', lang: 'en', theme: 'dark', act: toHistory('en') },
  { name: 'history-de-light', lang: 'de', act: toHistory('de', search('mü')) },
  { name: 'history-de-dark', lang: 'de', theme: 'dark', act: toHistory('de', search('mü')) },
  {
    name: 'history-de-grouped',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await search('von:1.10. bis:31.10.')(page);
      await page.getByLabel('Liste gruppieren').selectOption('client');
      await page.locator('.group-line').first().waitFor();
    }),
  },
  {
    name: 'history-de-session',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await search('-rechnung:abgerechnet müller')(page);
      await page.locator('[data-line="2"]').click();
      await page.getByText('Private Notiz').first().waitFor();
    }),
  },
  {
    name: 'history-de-filter',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await page.getByRole('button', { name: 'Zeitraum' }).click();
      await page.getByRole('radio', { name: /^Dieses Quartal/ }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Kunde', exact: true }).click();
      await page.getByRole('dialog').getByRole('checkbox').nth(2).check();
    }),
  },
  {
    name: 'history-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', search('computer:kasse')),
  },
  {
    name: 'history-de-narrow-session',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', async (page) => {
      await search('computer:kasse')(page);
      await page.locator('[data-line="1"]').click();
      await page.getByText('Private Notiz').first().waitFor({ state: 'attached' });
    }),
  },
  {
    name: 'history-de-nothing',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await page.getByLabel('Verlauf durchsuchen').fill('drucker kunde:nirgends von:31.2.');
      await page.getByRole('heading', { name: 'Nichts gefunden' }).waitFor();
    }),
  },
  {
    name: 'history-de-offline',
    lang: 'de',
    act: toHistory('de', async (page, sandbox) => {
      await sandbox.close();
      await page.keyboard.press('F5');
      await page.locator('main').getByText('Keine Verbindung').first().waitFor();
    }),
  },
];
