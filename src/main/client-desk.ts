import { ProblemError } from '../shared/problem.ts';
import type { ClientsDeps } from './bridge/clients.ts';
import type { Cards } from './clients/index.ts';
import type { TextFile } from './desktop/save-file.ts';
import type { History } from './history/types.ts';
import type { Pcvisit } from './pcvisit/types.ts';

/** What there is to work with for whoever is signed in. */
export interface OwnCards {
  readonly history: History;
  readonly cards: Cards;
  readonly api: Pick<Pcvisit, 'tokenPayload'>;
}

export interface ClientDeskDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => OwnCards;
  /** UTC ms. */
  readonly clock: () => number;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
  /** Asks where to, and saves. @returns the file's name; null where it was called off. */
  readonly save: (file: TextFile) => Promise<string | null>;
  /** Sessions have other clients than before. */
  readonly onReassigned: () => void;
}

/** What windows ask about clients and people, asked with when and where. */
export function createClientDesk(deps: ClientDeskDeps): ClientsDeps {
  const { own } = deps;
  const moment = () => ({ now: deps.clock(), zone: deps.zone() });
  const saveCard = (card: { readonly vcard: string } | null, name: string) => {
    if (card) return deps.save({ name, extension: 'vcf', kind: 'vCard', text: card.vcard });
    throw new ProblemError({ code: 'invalid-request' }, { message: 'no card to save' });
  };
  return {
    list: async () => own().history.clients(moment(), null),
    async read(client) {
      const { history } = own();
      const now = moment();
      const [{ clients }, traces, enteredId] = await Promise.all([
        history.clients(now, client),
        history.clientTraces(client, now),
        history.cards.companyId(client),
      ]);
      const entry = clients.find(({ key }) => key === client);
      return entry && traces ? { entry, contacts: [...traces.contacts], enteredId } : null;
    },
    imprint: async (client) => own().cards.imprints.read(client),
    refreshImprint: async (client) => own().cards.imprints.refresh(client),
    setCompanyId: async (client, id) => own().cards.imprints.setCompanyId(client, id),
    async saveCard(client) {
      const { card } = await own().cards.imprints.read(client);
      return saveCard(card, card?.companyName ?? '');
    },
    rules: async () => [...(await own().history.localRules())],
    async setRules(rules) {
      const held = await own().history.setLocalRules(rules);
      deps.onReassigned();
      return [...held];
    },
    previewRules: async (rules) => own().history.previewLocalRules(rules),
    findPerson: async ({ email, fresh }) => own().cards.people.find(email, fresh),
    async savePerson(email) {
      const { card } = await own().cards.people.find(email, false);
      return saveCard(card, card ? `${card.firstName} ${card.lastName}` : '');
    },
    knownPeople: async () => [...(await own().history.knownPeople())],
    tokenPayload: async (userId) => own().api.tokenPayload(userId),
  };
}
