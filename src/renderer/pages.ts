import type { MessageKey } from './i18n.ts';

export interface Page {
  readonly name: string;
  readonly label: MessageKey;
  readonly icon: string;
}

/** What stands in the rail, in the order of Ctrl/Cmd+1, +2, … */
export const pages: readonly Page[] = [
  { name: 'today', label: 'page.today', icon: 'i-lucide-sun' },
  { name: 'history', label: 'page.history', icon: 'i-lucide-history' },
  { name: 'clients', label: 'page.clients', icon: 'i-lucide-building-2' },
  { name: 'exports', label: 'page.exports', icon: 'i-lucide-file-output' },
  { name: 'settings', label: 'page.settings', icon: 'i-lucide-settings' },
];
