import type { Received, Response } from '../../shared/bridge/contract.ts';
import type { Handlers } from './calls.ts';

type ClientCalls = Extract<keyof Handlers, `clients.${string}` | `people.${string}`>;

type Value<N extends ClientCalls> = Extract<Response<N>, { ok: true }>['value'];

/** What Clients and People ask of main. Each rejects with a `ProblemError`: `invalid-request` where nobody is signed in. */
export interface ClientsDeps {
  list(): Promise<Value<'clients.list'>>;
  read(client: string): Promise<Value<'clients.read'>>;
  imprint(client: string | null): Promise<Value<'clients.imprint'>>;
  refreshImprint(client: string | null): Promise<Value<'clients.refreshImprint'>>;
  setCompanyId(client: string, id: string | null): Promise<Value<'clients.setCompanyId'>>;
  saveCard(client: string | null): Promise<Value<'clients.saveCard'>>;
  rules(): Promise<Value<'clients.rules'>>;
  setRules(rules: Received<'clients.setRules'>): Promise<Value<'clients.setRules'>>;
  previewRules(rules: Received<'clients.previewRules'>): Promise<Value<'clients.previewRules'>>;
  findPerson(request: Received<'people.find'>): Promise<Value<'people.find'>>;
  savePerson(email: string): Promise<Value<'people.saveCard'>>;
  knownPeople(): Promise<Value<'people.known'>>;
  tokenPayload(userId: string): Promise<Value<'people.tokenPayload'>>;
}

export function clientHandlers(deps: ClientsDeps): Pick<Handlers, ClientCalls> {
  return {
    'clients.list': async () => done(await deps.list()),
    'clients.read': async ({ client }) => done(await deps.read(client)),
    'clients.imprint': async ({ client }) => done(await deps.imprint(client)),
    'clients.refreshImprint': async ({ client }) => done(await deps.refreshImprint(client)),
    'clients.setCompanyId': async ({ client, id }) => done(await deps.setCompanyId(client, id)),
    'clients.saveCard': async ({ client }) => done(await deps.saveCard(client)),
    'clients.rules': async () => done(await deps.rules()),
    'clients.setRules': async (rules) => done(await deps.setRules(rules)),
    'clients.previewRules': async (rules) => done(await deps.previewRules(rules)),
    'people.find': async (request) => done(await deps.findPerson(request)),
    'people.saveCard': async ({ email }) => done(await deps.savePerson(email)),
    'people.known': async () => done(await deps.knownPeople()),
    'people.tokenPayload': async ({ userId }) => done(await deps.tokenPayload(userId)),
  };
}

function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
