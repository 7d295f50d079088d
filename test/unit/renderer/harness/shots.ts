/// <reference types="node" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../../electron-host/find-chromium.ts';
import { serve } from './serve.ts';

/**
 * Pictures of the page in any of its states:
 * `node test/unit/renderer/harness/shots.ts --out /tmp/shots --state full --lang de,en --theme light,dark --size 1100x720`
 * after `npx vite build -c test/unit/renderer/harness/vite.config.ts`.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '/tmp/tagwerk-shots' },
    built: {
      type: 'string',
      default: join(import.meta.dirname, '../../../../node_modules/.cache/tagwerk-harness'),
    },
    state: { type: 'string', default: 'full' },
    lang: { type: 'string', default: 'de' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1100x720' },
    page: { type: 'string', default: '/' },
    at: { type: 'string', default: '2026-11-23T14:44:12' },
    /** Clicks these selectors, one after the other, before the picture is taken. */
    click: { type: 'string', multiple: true, default: [] },
    hover: { type: 'string' },
    forced: { type: 'boolean', default: false },
    fill: { type: 'boolean', default: false },
    name: { type: 'string', default: '' },
  },
});
const list = (text: string): readonly string[] => text.split(',');

mkdirSync(values.out, { recursive: true });
const served = await serve(values.built);
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
for (const size of list(values.size)) {
  const [width = 1100, height = 720] = size.split('x').map(Number);
  for (const theme of list(values.theme)) {
    for (const language of list(values.lang)) {
      for (const state of list(values.state)) {
        const context = await browser.newContext({
          viewport: { width, height },
          colorScheme: theme === 'dark' ? 'dark' : 'light',
          forcedColors: values.forced ? 'active' : 'none',
          timezoneId: 'Europe/Berlin',
          locale: 'de-DE',
        });
        const page = await context.newPage();
        page.on('console', (message) => {
          if (message.type() !== 'log') console.log(state, message.type(), message.text());
        });
        page.on('pageerror', (error) => console.log(state, 'pageerror', error.message));
        await page.clock.install({ time: new Date(`${values.at}+01:00`) });
        await page.goto(
          `${served.url}?state=${state}&lang=${language}&theme=${theme}#${values.page}`,
        );
        await page.locator('h1, [role=status]').first().waitFor({ state: 'attached' });
        if (values.fill) {
          await page.locator('[name=integrator-token]').fill('it-4711-abcdef');
          await page.locator('[name=user-token]').fill('ut-0815-abcdef');
        }
        for (const selector of values.click) await page.locator(selector).first().click();
        if (values.hover) await page.locator(values.hover).first().hover();
        await page.clock.runFor(1500);
        await page.waitForTimeout(300);
        await page.evaluate(() => document.fonts.ready);
        const kind = [values.name, state, language, theme, size].filter(Boolean).join('-');
        await page.screenshot({ path: join(values.out, `${kind}.png`) });
        await context.close();
      }
    }
  }
}
await browser.close();
await served.close();
