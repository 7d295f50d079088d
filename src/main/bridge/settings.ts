import type { Settings } from '../../shared/settings.ts';
import type { Handlers } from './calls.ts';

export interface SettingsDeps {
  read(): Settings;
  change(change: Partial<Settings>): Settings | Promise<Settings>;
}

export function settingsHandlers(
  deps: SettingsDeps,
): Pick<Handlers, 'settings.read' | 'settings.change'> {
  return {
    'settings.read': () => deps.read(),
    'settings.change': (change) => deps.change(change),
  };
}
