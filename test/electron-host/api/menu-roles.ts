import type { BrowserWindow, MenuItem, WebContents } from 'electron';
import { NotImplementedError } from '../strict.ts';

type Role = NonNullable<MenuItem['role']>;

const labels: Readonly<Record<Role, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAndMatchStyle: 'Paste and Match Style',
  delete: 'Delete',
  selectAll: 'Select All',
  reload: 'Reload',
  forceReload: 'Force Reload',
  toggleDevTools: 'Toggle Developer Tools',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  toggleSpellChecker: 'Check Spelling While Typing',
  togglefullscreen: 'Toggle Full Screen',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close Window',
  help: 'Help',
  about: 'About',
  services: 'Services',
  hide: 'Hide',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit',
  startSpeaking: 'Start Speaking',
  stopSpeaking: 'Stop Speaking',
  zoom: 'Zoom',
  front: 'Bring All to Front',
  appMenu: 'App',
  fileMenu: 'File',
  editMenu: 'Edit',
  viewMenu: 'View',
  shareMenu: 'Share',
  recentDocuments: 'Open Recent',
  toggleTabBar: 'Toggle Tab Bar',
  selectNextTab: 'Select Next Tab',
  selectPreviousTab: 'Select Previous Tab',
  showAllTabs: 'Show All Tabs',
  mergeAllWindows: 'Merge All Windows',
  clearRecentDocuments: 'Clear Menu',
  moveTabToNewWindow: 'Move Tab to New Window',
  windowMenu: 'Window',
};

const editing: Partial<Record<Role, string>> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  delete: 'delete',
  selectAll: 'selectAll',
};

export interface RoleActions {
  quit(): void;
  focused(): BrowserWindow | null;
}

/** Roles are known without regard to case, as in Electron. */
export function isRole(role: string): role is Role {
  return Object.keys(labels).some((each) => each.toLowerCase() === role.toLowerCase());
}

export function labelOfRole(role: string | undefined): string {
  if (role === undefined) return '';
  const known = Object.entries(labels).find(([each]) => each.toLowerCase() === role.toLowerCase());
  return known?.[1] ?? '';
}

/** What a click on an item with a role does, as far as the host can. */
export function performRole(
  role: Role,
  actions: RoleActions,
  window: BrowserWindow | undefined,
  contents: WebContents | undefined,
): void {
  const target = window ?? actions.focused();
  const page = contents ?? target?.webContents;
  const command = editing[role];
  if (command !== undefined) {
    page?.executeJavaScript(`document.execCommand('${command}')`, true).catch(() => undefined);
    return;
  }
  const deeds: Partial<Record<Role, () => void>> = {
    quit: () => actions.quit(),
    close: () => target?.close(),
    minimize: () => target?.minimize(),
    reload: () => page?.reload(),
    forceReload: () => page?.reload(),
    toggleDevTools: () => page?.openDevTools(),
  };
  const deed = deeds[role];
  if (!deed) throw new NotImplementedError(`a click on the role "${role}"`);
  deed();
}
