import { watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAppStore } from '../stores/app.ts';

/** Follows the language main resolved, live, and names it to assistive technology. */
export function useLanguage(root: HTMLElement): void {
  const store = useAppStore();
  const { locale } = useI18n({ useScope: 'global' });
  watchEffect(() => {
    locale.value = store.info.language;
    root.lang = store.info.language;
  });
}
