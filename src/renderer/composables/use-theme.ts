import { onScopeDispose, ref, watchEffect } from 'vue';
import { useSettingsStore } from '../stores/settings.ts';

/** Puts the chosen theme, or the system's, on the page as a class. */
export function useTheme(root: HTMLElement, system: MediaQueryList): void {
  const store = useSettingsStore();
  const systemIsDark = ref(system.matches);
  const follow = (event: MediaQueryListEvent): void => {
    systemIsDark.value = event.matches;
  };
  system.addEventListener('change', follow);
  onScopeDispose(() => system.removeEventListener('change', follow));
  watchEffect(() => {
    const { theme } = store.settings;
    const dark = theme === 'system' ? systemIsDark.value : theme === 'dark';
    root.classList.toggle('dark', dark);
    root.classList.toggle('light', !dark);
  });
}
