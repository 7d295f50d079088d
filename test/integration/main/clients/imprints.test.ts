import { describe, expect, it, vi } from 'vitest';
import { exampleClients, openOffice, type Office } from './setup.ts';

const day = 86_400_000;

const settled = (office: Office, count: number) =>
  vi.waitFor(() => expect(office.changes.length).toBeGreaterThanOrEqual(count), {
    timeout: 10_000,
  });

describe('the own imprint', () => {
  it.each([
    ['with introspection', {}],
    ['without introspection', { introspectionOff: true }],
  ])('is fetched when it is first shown, %s', async (_, faults) => {
    const office = await openOffice({ faults });
    const first = await office.cards.imprints.read(null);
    expect(first).toMatchObject({ status: 'unknown', card: null, refreshing: true, asOf: null });
    await settled(office, 1);
    expect(office.changes).toEqual([null]);
    const { card, ...state } = await office.cards.imprints.read(null);
    expect(state).toEqual({
      client: null,
      status: 'found',
      foundBy: 'own',
      nameDiffers: false,
      enteredId: null,
      asOf: office.now,
      refreshing: false,
      problem: null,
    });
    expect(card).toMatchObject({
      companyName: 'Elbmarsch IT-Service GmbH',
      initials: 'EI',
      vat: { verdict: 'plausible', country: 'DE' },
      dialled: { e164: '+494066969100' },
      links: { mail: 'mailto:service@elbmarsch-it.example', phone: 'tel:+494066969100' },
    });
    expect(card?.address?.length ?? null).toBe('introspectionOff' in faults ? null : 4);
    expect(card?.picture).toMatch(/^data:image\/png;base64,iVBOR/);
  });
});

describe("a client's imprint", () => {
  it('is found by the company of the people who took part', async () => {
    const office = await openOffice();
    const { byCompany } = exampleClients(office);
    const state = await office.cards.imprints.refresh(byCompany);
    const name = office.sessions.find(({ client }) => client?.folderId === byCompany)?.client?.name;
    expect(state).toMatchObject({ status: 'found', foundBy: 'company', nameDiffers: false });
    expect(state.card?.companyName).toBe(name);
  });

  it('there may be none of, which is kept; an id that is entered finds it', async () => {
    const office = await openOffice();
    const { imprints } = office.cards;
    const { byNumber } = exampleClients(office);
    expect(await imprints.refresh(byNumber)).toMatchObject({ status: 'none', asOf: office.now });
    expect((await imprints.read(byNumber)).refreshing).toBe(false);

    const found = await imprints.setCompanyId(byNumber, 'C100003');
    expect(found).toMatchObject({ status: 'found', foundBy: 'entered', enteredId: 'C100003' });
    expect(found.card?.companyId).toBe('C100003');
    expect(await imprints.setCompanyId(byNumber, 'C999999')).toMatchObject({
      status: 'none',
      enteredId: 'C999999',
      card: null,
    });
    expect(await imprints.setCompanyId(byNumber, null)).toMatchObject({
      status: 'none',
      enteredId: null,
    });
  });

  it('of whom nothing is known cannot be asked for, until an id is entered', async () => {
    const office = await openOffice();
    const { imprints } = office.cards;
    const asked = () => office.sandbox.requests.get('CaRetrievePublicCompanyData') ?? 0;
    expect(await imprints.read('no such folder')).toMatchObject({
      status: 'no-id',
      refreshing: false,
    });
    expect(await imprints.refresh('no such folder')).toMatchObject({ status: 'no-id' });
    expect(asked()).toBe(0);
    expect(
      await imprints.setCompanyId('no such folder', office.sandbox.customerUuid),
    ).toMatchObject({
      status: 'found',
    });
  });

  it('that bears quite another name is said to', async () => {
    const office = await openOffice();
    const { byCompany } = exampleClients(office);
    const session = office.sessions.find(({ client }) => client?.folderId === byCompany);
    if (!session?.client) throw new Error('no session');
    const client = { ...session.client, name: 'Zahnarzt Dr. Petersen' };
    const renamed = {
      ...session,
      id: 'renamed',
      client,
      createdAt: office.now,
      lastUpdatedAt: office.now,
    };
    await office.history.ingest({ sessions: [renamed], malformed: [] });
    expect(await office.cards.imprints.refresh(byCompany)).toMatchObject({ nameDiffers: true });
  });

  it('is there offline after a restart, its picture too, and is asked for again after a day', async () => {
    const office = await openOffice();
    const { byCompany } = exampleClients(office);
    await office.cards.imprints.refresh(null);
    const before = await office.cards.imprints.refresh(byCompany);
    const requests = office.sandbox.totalRequests;
    const again = await office.restart();
    again.now += day - 1;
    expect(await again.cards.imprints.read(byCompany)).toEqual(before);
    expect((await again.cards.imprints.read(null)).card?.picture).toMatch(/^data:image\/png/);
    expect(again.sandbox.totalRequests).toBe(requests);

    await again.sandbox.close();
    again.now += 1;
    expect(await again.cards.imprints.read(byCompany)).toEqual({ ...before, refreshing: true });
    await settled(again, 1);
    const offline = await again.cards.imprints.read(byCompany);
    expect(offline).toMatchObject({
      card: before.card,
      asOf: before.asOf,
      problem: { code: 'offline' },
    });
    // Not at every look, while nobody answers.
    expect(offline.refreshing).toBe(false);
    again.now += 60_000;
    expect((await again.cards.imprints.read(byCompany)).refreshing).toBe(true);
    await settled(again, 2);
  });

  it('is asked for once, however many look at it', async () => {
    const office = await openOffice();
    const { byCompany } = exampleClients(office);
    await Promise.all(Array.from({ length: 10 }, () => office.cards.imprints.read(byCompany)));
    await settled(office, 1);
    expect(office.sandbox.requests.get('CaRetrievePublicCompanyData')).toBe(1);
    expect(office.changes).toEqual([byCompany]);
  });

  it('that the server refuses to tell stays unknown, with the reason', async () => {
    const office = await openOffice();
    office.sandbox.setFaults({
      inject: [
        {
          kind: 'failure',
          operation: 'CaRetrievePublicCompanyData',
          error: 'FunctionNotAvailable',
          commentForUser: 'Nicht für Sie.',
        },
      ],
    });
    expect(await office.cards.imprints.refresh(null)).toMatchObject({
      status: 'unknown',
      problem: { code: 'refused', errorId: 'FunctionNotAvailable', userComment: 'Nicht für Sie.' },
    });
  });

  it('goes with the client, where a purge leaves no session of it', async () => {
    const office = await openOffice();
    const { byCompany } = exampleClients(office);
    await office.cards.imprints.refresh(byCompany);
    await office.cards.imprints.refresh(null);
    await office.history.purgeBefore(office.now + day);
    expect(await office.history.cards.imprint(byCompany)).toBeNull();
    expect(await office.history.cards.imprint(null)).not.toBeNull();
  });
});

describe('a hostile imprint', () => {
  it.each(['markup', 'long', 'bidi', 'script-links', 'wrong-vat-id', 'no-phone'] as const)(
    'of %s is shown as text, and leads nowhere',
    async (spell) => {
      const office = await openOffice({ faults: { hostileCards: spell } });
      const { status, card } = await office.cards.imprints.refresh(null);
      expect(status).toBe('found');
      expect(card?.vat?.verdict).toBe(
        { 'wrong-vat-id': 'wrong-check-digit', 'no-phone': 'plausible' }[spell as string] ??
          'uncheckable',
      );
      if (spell !== 'wrong-vat-id') expect(card?.dialled).toBeNull();
      if (spell !== 'wrong-vat-id' && spell !== 'no-phone') expect(card?.links.mail).toBeNull();
      for (const link of Object.values(card?.links ?? {})) {
        expect(
          link === null ||
            /^(?:https:\/\/www\.openstreetmap\.org|https:\/\/ec\.|mailto:|tel:)/.test(link),
        ).toBe(true);
      }
      expect(card?.vcard.split('\r\n').filter((line) => line.startsWith('FN:'))).toHaveLength(1);
      expect((await office.restart()).cards.imprints).toBeDefined();
    },
  );

  it.each([
    ['endless-picture', 'too-large'],
    ['huge-picture', 'too-large'],
    ['svg-picture', 'no-picture'],
    ['html-picture', 'no-picture'],
    ['redirect-loop', 'too-many-redirects'],
    ['local-network', 'local-network'],
    ['script-links', 'address-refused'],
  ] as const)('with %s for a picture shows its initials: %s', async (spell, fault) => {
    const office = await openOffice({ faults: { hostileCards: spell } });
    const { card, problem } = await office.cards.imprints.refresh(null);
    expect(card).toMatchObject({ picture: null });
    expect(card?.initials).not.toBe('');
    expect(problem).toBeNull();
    expect(office.faults).toEqual([fault]);
    // It is not tried again at every look.
    await office.cards.imprints.refresh(null);
    expect(office.faults).toEqual([fault]);
  });
});
