import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Everything serious or critical that axe finds, in words; by all its rules or by one. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  // There is one frame; the other mode would open a page of its own for every answer. What is as it
  // should be would cost more to tell than to find.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await (rule ? axe.withRules(rule) : axe).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The same in both themes: the dark one changes nothing but the colours. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}
