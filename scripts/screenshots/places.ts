import type { Page } from 'playwright';
import type { Sandbox } from '../../test/sandbox/index.ts';
import { openIntegration } from './acts.ts';
import type { Scene } from './scene.ts';

const words = {
  de: { integrator: 'Integrator-Token', user: 'Benutzer-Token', submit: 'Anmelden' },
  en: { integrator: 'Integrator token', user: 'User token', submit: 'Sign in' },
} as const;

export const nothing = (): Promise<void> => Promise.resolve();

export async function fill(page: Page, sandbox: Sandbox, lang: Scene['lang']): Promise<void> {
  await page
    .getByLabel(words[lang].integrator, { exact: true })
    .fill(sandbox.tokens.integratorToken);
  await page.getByLabel(words[lang].user, { exact: true }).fill(sandbox.tokens.userToken);
  await page.locator('input[name=own-email]').fill(sandbox.ownEmail);
  await page.getByRole('button', { name: words[lang].submit, exact: true }).click();
}

export async function signIn(page: Page, sandbox: Sandbox, lang: Scene['lang']): Promise<void> {
  await fill(page, sandbox, lang);
  await page.locator('[data-test=logged]', { hasText: /\d/ }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
}

/** Types into the search of the history, and waits for what it finds. */
export function search(text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('[role=search] input').fill(text);
    await page.waitForTimeout(300);
    await page.locator('[data-line]').first().waitFor();
  };
}

/** Signs in and turns to the history; then whatever else. */
export function toHistory(
  lang: Scene['lang'],
  then: (page: Page, sandbox: Sandbox) => Promise<void> = nothing,
): (page: Page, sandbox: Sandbox) => Promise<void> {
  return async (page, sandbox) => {
    await signIn(page, sandbox, lang);
    await page.keyboard.press('Control+2');
    await page.locator('[data-line]').first().waitFor();
    await then(page, sandbox);
  };
}

/** Signs in and turns to the clients; then whatever else. */
export function toClients(
  lang: Scene['lang'],
  then: (page: Page, sandbox: Sandbox) => Promise<void> = nothing,
): (page: Page, sandbox: Sandbox) => Promise<void> {
  return async (page, sandbox) => {
    await signIn(page, sandbox, lang);
    await page.keyboard.press('Control+3');
    await page.locator('[data-roving]').first().waitFor();
    await then(page, sandbox);
  };
}

export async function toIntegration(page: Page, sandbox: Sandbox): Promise<void> {
  await signIn(page, sandbox, 'de');
  await openIntegration(page);
}
