import { expect, type Locator, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.ts';

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
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  // What came last may still be on its way to the page.
  let last = '';
  const stands = async (): Promise<boolean> => {
    const before = last;
    last = await logged(page).innerText();
    return last === before;
  };
  await expect.poll(stands, { intervals: [750] }).toBe(true);
}
