import type { AppInfo } from '../../shared/bridge/contract.ts';
import type { Handlers } from './calls.ts';

export interface AppDeps {
  info(): AppInfo;
  /** @returns whether the link was of a kind that may be opened, and was. */
  openLink(url: string): Promise<boolean>;
  /** Puts text onto the clipboard. */
  copyText(text: string): Promise<void>;
  /** Prints the page. @returns whether it went to a printer. */
  print(): Promise<boolean>;
}

type AppCalls = 'app.read' | 'app.openLink' | 'app.copyText' | 'app.print';

export function appHandlers(deps: AppDeps): Pick<Handlers, AppCalls> {
  return {
    'app.read': () => deps.info(),
    'app.openLink': (url) => deps.openLink(url),
    'app.copyText': async (text) => {
      await deps.copyText(text);
      return true;
    },
    'app.print': () => deps.print(),
  };
}
