import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything serious or critical that axe finds, in words; by all its rules or by one. */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rule ? axe.withRules(rule) : axe).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
