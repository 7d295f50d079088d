import type { AppInfo } from '../../shared/bridge/contract.ts';
import type { Handlers } from './calls.ts';

export interface AppDeps {
  info(): AppInfo;
  /** @returns whether the link was of a kind that may be opened, and was. */
  openLink(url: string): Promise<boolean>;
}

export function appHandlers(deps: AppDeps): Pick<Handlers, 'app.read' | 'app.openLink'> {
  return {
    'app.read': () => deps.info(),
    'app.openLink': (url) => deps.openLink(url),
  };
}
