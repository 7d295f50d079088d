import type { Language } from '../language.ts';
import { myself, newestFirst, noFilter, type HistoryFilter, type HistoryGroup } from './query.ts';
import { defaultColumns, type SavedView } from './view.ts';

const words = {
  de: {
    open: 'Diesen Monat, noch nicht abgerechnet',
    openText: '-rechnung:Abgerechnet',
    unexported: 'Diesen Monat, noch nicht exportiert',
    noClient: 'Ohne Kunde',
    week: 'Meine Woche',
    lastMonth: 'Letzter Monat nach Kunde',
  },
  en: {
    open: 'This month, not yet invoiced',
    openText: '-invoice:Invoiced',
    unexported: 'This month, not exported yet',
    noClient: 'No client',
    week: 'My week',
    lastMonth: 'Last month by client',
  },
} as const;

/** The views there are before any was saved. */
export function starterViews(language: Language): readonly SavedView[] {
  const { open, openText, unexported, noClient, week, lastMonth } = words[language];
  return [
    view(open, { period: 'thisMonth', text: openText }),
    view(unexported, { period: 'thisMonth', exported: ['no'] }),
    view(noClient, { clients: [''] }),
    view(week, { technicians: [myself], period: 'thisWeek' }, 'day'),
    view(lastMonth, { period: 'lastMonth' }, 'client'),
  ];
}

function view(
  name: string,
  filter: Partial<HistoryFilter>,
  group: HistoryGroup = 'none',
): SavedView {
  return {
    name,
    query: { filter: { ...noFilter, ...filter }, sort: newestFirst, group },
    columns: [...defaultColumns],
  };
}
