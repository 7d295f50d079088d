import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import type { SessionExport } from '../../../../src/shared/exports/session-export.ts';
import { stagePanel } from '../harness/panel.ts';

enableAutoUnmount(afterEach);

const minute = 60_000;
const first: SessionExport = {
  id: 1,
  finishedAt: Date.UTC(2026, 10, 23, 15),
  path: 'C:\\Exporte\\Tagwerk_2026-11.csv',
  measuredMs: 20 * minute,
  customMs: null,
  billableMs: 30 * minute,
  clientName: 'Kanzlei Klein',
};
const now = { measuredMs: 30 * minute, customMs: 85 * minute, billableMs: 90 * minute };

async function exportsOf(...given: Parameters<typeof stagePanel>) {
  const { page } = await stagePanel(...given);
  const section = page.find('[data-test="exports"]');
  return section.exists() ? section.text().replaceAll(/\s+/g, ' ') : null;
}

describe('the exports of a session', () => {
  it('are not spoken of where there are none', async () => {
    expect(await exportsOf()).toBeNull();
  });

  it('are named by their files, the newest marked as what the session is to it', async () => {
    const second = { ...first, id: 2, path: '/home/jana/Tagwerk_2026-11 (2).csv' };
    const told = await exportsOf({ exported: 'yes', exports: [second, first] });
    expect(told).toMatch(
      /Exportiert\s?Tagwerk_2026-11 \(2\)\.csv.*Mo., 23\.11\.2026, 16:00:00.*Tagwerk_2026-11\.csv/,
    );
    expect(told).not.toContain(de.ledger.changedSince);
  });

  it('tell what changed since the newest: then and now', async () => {
    const told = await exportsOf({ ...now, exported: 'changed', exports: [first] });
    expect(told).toContain(de.ledger.row.changed);
    expect(told).toContain('Kundeim Export Kanzlei Klein→jetzt Kanzlei Groß');
    expect(told).toContain('Gemessenim Export 0:20 Std.→jetzt 0:30 Std.');
    expect(told).toContain('Eigene Dauerim Export leer→jetzt 1:25 Std.');
    expect(told).toContain('Abrechenbarim Export 0:30 Std.→jetzt 1:30 Std.');
  });

  it('leave out what stayed, and what nobody knows while it runs', async () => {
    const ran = { ...first, measuredMs: null, billableMs: null, clientName: 'Kanzlei Groß' };
    const ended = await exportsOf({ ...now, customMs: null, exported: 'changed', exports: [ran] });
    expect(ended).toContain('Gemessenim Export leer→jetzt 0:30 Std.');
    expect(ended).not.toContain(`im Export ${ran.clientName}`);
    expect(ended).not.toContain(de.details.custom);
  });

  it('show a name that a stranger chose as text', async () => {
    const path = '/tmp/<img src=x onerror=alert(1)>.csv';
    const { page } = await stagePanel({ exported: 'yes', exports: [{ ...first, path }] });
    expect(page.find('img').exists()).toBe(false);
    expect(page.text()).toContain('<img src=x onerror=alert(1)>.csv');
  });
});
