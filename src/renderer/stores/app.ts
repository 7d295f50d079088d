import { defineStore } from 'pinia';
import { useBridge } from '../composables/use-bridge.ts';
import { useMirror } from '../composables/use-mirror.ts';

/** What Tagwerk is and how it was started. */
export const useAppStore = defineStore('app', () => {
  const bridge = useBridge();
  const { state, load } = useMirror(bridge, 'app.changed', () => bridge.call('app.read'), {
    version: '',
    platform: '',
    language: 'de',
    endpoint: '',
    demoAvailable: false,
  });

  return {
    info: state,
    load,
    /** Opens an address outside of Tagwerk; false where it is of a kind that is not opened. */
    openLink: (address: string) => bridge.call('app.openLink', address).catch(() => false),
    /** Prints what the page keeps for paper; false where it did not go to a printer. */
    print: () => bridge.call('app.print').catch(() => false),
    /** Puts text onto the clipboard; false where it did not take it. */
    copyText: (text: string) => bridge.call('app.copyText', text).catch(() => false),
  };
});
