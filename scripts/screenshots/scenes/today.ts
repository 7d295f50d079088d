import { fill, signIn, toIntegration, nothing } from '../places.ts';
import type { Scene } from '../scene.ts';

export const todayScenes: readonly Scene[] = [
  { name: 'sign-in-en-light', lang: 'en', act: nothing },
  { name: 'sign-in-de-light', lang: 'de', act: nothing },
  { name: 'sign-in-de-dark', lang: 'de', theme: 'dark', act: nothing },
  {
    name: 'sign-in-de-rejected',
    lang: 'de',
    act: async (page, sandbox) => {
      sandbox.setFaults({ tokensRevoked: true });
      await fill(page, sandbox, 'de');
      await page.getByRole('alert').locator('strong').waitFor();
    },
  },
  { name: 'today-en-light', lang: 'en' },
  { name: 'today-de-light', lang: 'de' },
  { name: 'today-de-dark', lang: 'de', theme: 'dark' },
  { name: 'today-de-empty', lang: 'de', sessions: 0 },
  { name: 'today-de-narrow', lang: 'de', size: { width: 720, height: 480 } },
  {
    name: 'today-de-offline',
    lang: 'de',
    act: async (page, sandbox) => {
      await signIn(page, sandbox, 'de');
      await sandbox.close();
      await page.keyboard.press('F5');
      await page.locator('main').getByText('Keine Verbindung').first().waitFor();
    },
  },
  { name: 'integration-de-light', lang: 'de', act: toIntegration },
  {
    name: 'integration-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toIntegration,
  },
  {
    name: 'settings-de-light',
    lang: 'de',
    act: async (page, sandbox) => {
      await signIn(page, sandbox, 'de');
      await page.keyboard.press('Control+5');
      await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    },
  },
];
