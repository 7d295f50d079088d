import { useI18n } from 'vue-i18n';
import { humanise } from '../../shared/humanise.ts';

/**
 * The open sets of a session. Which ids there are is mostly undocumented: an id that the locales have
 * words for is translated, should it come; every other is spelt out. Nothing else depends on them.
 */
export function useSessionWords() {
  const i18n = useI18n({ useScope: 'global' });
  const words = (set: 'type' | 'state' | 'invoice', id: string): string => {
    const key = `${set}.${id}`;
    // Only an id is looked up: dots and brackets would reach into other texts.
    return /^\w+$/.test(id) && i18n.te(key) ? i18n.t(key) : humanise(id);
  };
  return {
    type: (id: string) => words('type', id),
    state: (id: string) => words('state', id),
    invoice: (id: string) => words('invoice', id),
  };
}
