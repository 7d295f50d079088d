import { expect, type Locator, type Page } from '@playwright/test';
import { durationDigits } from '../../../src/shared/format.ts';
import type { Bridge } from '../../../src/shared/bridge/contract.ts';
import type { Sandbox } from '../../sandbox/index.ts';

declare global {
  interface Window {
    /** What the page has of main. */
    readonly tagwerk: Bridge;
  }
}

/** The sign-in form, in English. */
export const form = {
  integratorToken: (page: Page): Locator => page.getByLabel('Integrator token', { exact: true }),
  userToken: (page: Page): Locator => page.getByLabel('User token', { exact: true }),
  ownEmail: (page: Page): Locator => page.getByLabel('Your e-mail address'),
  endpoint: (page: Page): Locator => page.getByLabel('Endpoint'),
  submit: (page: Page): Locator => page.getByRole('button', { name: 'Sign in', exact: true }),
};

/** Fills the form with the sandbox's tokens and sends it, as a person would. */
export async function signIn(page: Page, sandbox: Sandbox): Promise<void> {
  await form.integratorToken(page).fill(sandbox.tokens.integratorToken);
  await form.userToken(page).fill(sandbox.tokens.userToken);
  await form.ownEmail(page).fill(sandbox.ownEmail);
  await form.submit(page).click();
}

/** The number people come for. */
export const logged = (page: Page): Locator => page.locator('[data-test=logged]');

/**
 * Waits until today's figures are final. In the small hours some of today's sessions began yesterday, and
 * come only while the past is loaded.
 */
export async function firstSyncOver(page: Page): Promise<void> {
  const rests = (): Promise<boolean> =>
    page.evaluate(async () => {
      const { phase, progress } = await window.tagwerk.invoke('sync.read');
      return phase === 'idle' && progress === null;
    });
  await expect.poll(rests).toBe(true);
  // What main counted last may still be on its way to the page.
  const measuredMs = await page.evaluate(async () => {
    const { scope } = await window.tagwerk.invoke('settings.read');
    const today = await window.tagwerk.invoke('today.read', { scope });
    return today.ok ? today.value.measuredMs : NaN;
  });
  await expect(logged(page)).toHaveText(durationDigits(measuredMs));
}
