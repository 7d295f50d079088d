import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { stageFilters } from '../history-filters-stage.ts';

enableAutoUnmount(afterEach);

describe('the period', () => {
  it('is named, with the days it covers', async () => {
    const { open, item, click, changes, buttons } = await stageFilters();
    await open(de.filters.period);
    expect(item(de.period.thisMonth)?.text).toBe('Dieser Monat 01.–30.11.2026');
    expect(item(de.period.yesterday)?.text).toBe('Gestern 22.11.2026');
    await click(item(de.period.thisMonth)?.input);
    expect(changes).toEqual([{ period: 'thisMonth' }]);
    expect(buttons()).toContain(de.period.thisMonth);
  });

  it('is any two days, typed as one speaks of them', async () => {
    const { open, menu, type, changes, buttons } = await stageFilters();
    await open(de.filters.period);
    const [from, to] = [...(menu()?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
    await type(from, '1.10.', 'change');
    expect(changes.at(-1)).toEqual({ period: { from: '2026-10-01', to: null } });
    expect(buttons()).toContain('ab 01.10.2026');
    expect(from?.value).toBe('01.10.2026');
    await type(to, 'gestern', 'change');
    expect(changes.at(-1)).toEqual({ period: { from: '2026-10-01', to: '2026-11-22' } });
    await type(from, '', 'change');
    await type(to, ' ', 'change');
    expect(changes.at(-1)).toEqual({ period: 'all' });
  });

  it('says so where there is no such day, and where nothing can lie between two', async () => {
    const { open, menu, type, changes } = await stageFilters();
    await open(de.filters.period);
    const [from, to] = [...(menu()?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
    await type(from, '31.2.2026', 'change');
    expect(changes).toEqual([]);
    expect(from?.getAttribute('aria-invalid')).toBe('true');
    expect(menu()?.querySelector('[role=status]')?.textContent?.trim()).toBe(de.period.wrong);
    await type(from, '23.11.2026', 'change');
    await type(to, '1.11.2026', 'change');
    expect(changes.at(-1)).toEqual({ period: { from: '2026-11-23', to: '2026-11-01' } });
    expect(menu()?.querySelector('[role=status]')?.textContent?.trim()).toBe(
      de.remarks.fromAfterTo,
    );
  });
});
