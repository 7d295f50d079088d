import { computed } from 'vue';
import type { ExportRequest } from '../../shared/exports/request.ts';
import { isExportMark } from '../../shared/exports/mark.ts';
import { daysOfPeriod } from '../../shared/history/period.ts';
import { myself, type HistoryFilter } from '../../shared/history/query.ts';
import { createDaysWords, periodNames } from '../charts/days-words.ts';
import { exportMarkNames } from '../exports/mark-names.ts';
import { useSessionWords } from './use-session-words.ts';
import { useWords } from './use-words.ts';

/** What an export was asked for, in words. Its periods are days, whatever they were when it was asked for. */
export function useRequestWords() {
  const { t, language } = useWords();
  const words = useSessionWords();
  const daysWords = computed(() => createDaysWords(language.value, t));

  const counted = (label: string, keys: readonly string[], of: (key: string) => string | null) => {
    const [only, ...others] = keys;
    if (only === undefined) return [];
    const word = others.length > 0 ? null : of(only);
    return [word ?? t('filters.several', { label, n: keys.length })];
  };

  function period({ period: of }: HistoryFilter): string {
    if (typeof of === 'string') return t(periodNames[of]);
    return daysWords.value(daysOfPeriod(of, ''));
  }

  return ({ query: { filter }, label }: ExportRequest): string => {
    const narrowed = [
      ...counted(t('filters.client'), filter.clients, (key) =>
        key === '' ? t('session.noClient') : label,
      ),
      // What one client, or a view, is called; with several of them it says more than their number.
      ...(label !== null && filter.clients.length !== 1 ? [label] : []),
      ...counted(t('filters.technician'), filter.technicians, (key) => {
        if (key === myself) return t('filters.mine');
        return key === '' ? t('charts.noTechnician') : key;
      }),
      ...counted(t('filters.type'), filter.types, words.type),
      ...counted(t('filters.state'), filter.states, words.state),
      ...counted(t('filters.invoice'), filter.invoices, words.invoice),
      ...counted(t('filters.exported'), filter.exported, (key) =>
        isExportMark(key) ? t(exportMarkNames[key]) : key,
      ),
      ...(filter.text.trim() === '' ? [] : [t('ledger.text', { text: filter.text.trim() })]),
    ];
    // That it is of any time needs no word where there is another.
    const days = filter.period === 'all' && narrowed.length > 0 ? [] : [period(filter)];
    return [...days, ...narrowed].join(' · ');
  };
}
