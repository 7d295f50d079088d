import type { Bridge } from '../shared/bridge/contract.ts';

declare global {
  interface Window {
    /** Put there by preload; absent where the page is opened outside of Tagwerk. */
    readonly tagwerk: Bridge;
  }
}
