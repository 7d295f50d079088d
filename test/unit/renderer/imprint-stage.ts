import { flushPromises } from '@vue/test-utils';
import type { ImprintCard, ImprintState } from '../../../src/shared/clients/imprint.ts';
import { someClients, stageClients } from './clients-stage.ts';
import type { Answers } from './harness/answering.ts';
import { present } from './mount-page.ts';

export const card: ImprintCard = {
  companyName: 'Königstraße IT GmbH',
  companyId: '4711',
  customerUuid: 'uuid-1',
  address: [
    { name: 'city', part: 'city', value: 'Lüneburg' },
    { name: 'street', part: 'street', value: 'Königstraße 1' },
    { name: 'zip', part: 'postalCode', value: '21335' },
  ],
  email: 'info@koenig.example',
  phone: '04131 123456',
  vatId: 'DE 136 695 976',
  initials: 'KI',
  picture: null,
  dialled: { e164: '+494131123456', international: '+49 4131 123456' },
  links: {
    mail: 'mailto:info@koenig.example',
    phone: 'tel:+494131123456',
    map: 'https://www.openstreetmap.org/search?query=x',
    vies: 'https://ec.europa.eu/taxation_customs/vies/',
  },
  vcard: 'BEGIN:VCARD\r\nEND:VCARD\r\n',
  vat: { verdict: 'plausible', normal: 'DE136695976', country: 'DE' },
};

export function someState(change: Partial<ImprintState> = {}): ImprintState {
  return {
    client: 'k1',
    status: 'found',
    card,
    foundBy: 'company',
    nameDiffers: false,
    enteredId: null,
    asOf: present - 3_600_000,
    refreshing: false,
    problem: null,
    ...change,
  };
}

/** The whole program beside a client (null: the own company), on a main that knows this of its imprint. */
export async function stageImprint(
  first: ImprintState,
  answers: Answers = {},
  client: string | null = 'k1',
) {
  let state = first;
  const answer = () => ({ ok: true as const, value: state });
  const all = await stageClients(someClients, {
    path: client === null ? '/clients?own=1' : `/clients?client=${client}`,
    answers: {
      'clients.imprint': answer,
      'clients.refreshImprint': answer,
      'clients.setCompanyId': ({ id }) => {
        state = someState({ enteredId: id });
        return answer();
      },
      'clients.saveCard': () => ({ ok: true, value: 'König.vcf' }),
      'app.openLink': () => true,
      'app.copyText': () => true,
      ...answers,
    },
  });
  return {
    ...all,
    said: () => all.page.get('[data-test="imprint-said"]').text(),
    press: async (text: string) => {
      const found = all.page.findAll('aside button').find((each) => each.text().startsWith(text));
      await found?.trigger('click');
      await flushPromises();
      return found !== undefined;
    },
    tell: async (next: ImprintState, about: string | null = client) => {
      state = next;
      all.bridge.tell('clients.changed', { client: about });
      await flushPromises();
    },
  };
}
