import { openClient, openOwnCompany, openPerson, openRules } from '../acts.ts';
import { toClients } from '../places.ts';
import type { Scene } from '../scene.ts';

export const clientsScenes: readonly Scene[] = [
  { name: 'clients-en-light', lang: 'en', act: toClients('en') },
  { name: 'clients-de-light', lang: 'de', act: toClients('de', openClient) },
  { name: 'own-company-de-light', lang: 'de', act: toClients('de', openOwnCompany) },
  { name: 'clients-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openClient) },
  {
    name: 'clients-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toClients('de', openClient),
  },
  { name: 'rules-de-light', lang: 'de', act: toClients('de', openRules) },
  { name: 'rules-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openRules) },
  {
    name: 'rules-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toClients('de', openRules),
  },
  { name: 'person-de-light', lang: 'de', act: toClients('de', openPerson) },
  { name: 'person-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openPerson) },
];
