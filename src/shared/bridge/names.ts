/**
 * The contract's names without its schemas: preload checks names only, and must stay small enough
 * to be read whole. `contract.ts` does not compile where the two differ.
 */
export const callNames = [
  'app.read',
  'app.openLink',
  'app.copyText',
  'app.print',
  'settings.read',
  'settings.change',
  'account.read',
  'account.signIn',
  'account.tryDemo',
  'account.unlock',
  'account.signOut',
  'sync.read',
  'sync.now',
  'today.read',
  'history.search',
  'history.page',
  'history.session',
  'history.setNote',
  'history.copyRows',
  'history.views',
  'history.saveView',
  'history.removeView',
  'history.rules',
  'history.setRule',
  'history.previewRule',
  'clients.list',
  'clients.read',
  'clients.imprint',
  'clients.refreshImprint',
  'clients.setCompanyId',
  'clients.saveCard',
  'clients.rules',
  'clients.setRules',
  'clients.previewRules',
  'people.find',
  'people.saveCard',
  'people.known',
  'people.tokenPayload',
  'exports.prospect',
  'exports.serverProspect',
  'exports.run',
  'exports.cancel',
  'exports.open',
  'exports.reveal',
  'exports.list',
  'exports.verify',
  'exports.differences',
] as const;

export type CallName = (typeof callNames)[number];

export const eventNames = [
  'app.changed',
  'settings.changed',
  'account.changed',
  'sync.changed',
  'history.changed',
  'clients.changed',
  'exports.progress',
  'exports.ended',
] as const;

export type EventName = (typeof eventNames)[number];

/** One IPC channel each way; the name of the call or event travels as the first argument. */
export const channels = { call: 'tagwerk:call', event: 'tagwerk:event' } as const;
