import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOffice } from './setup.ts';

const day = 86_400_000;
const katrin = 'katrin.luebbers@elbmarsch-it.example';

describe('a person', () => {
  it('is found by mail, with the names of companies that are held', async () => {
    const office = await openOffice();
    await office.cards.imprints.refresh(null);
    const { card, ...state } = await office.cards.people.find(
      'Katrin.Luebbers@elbmarsch-it.example',
      false,
    );
    expect(state).toMatchObject({ status: 'found', asOf: office.now, problem: null });
    expect(card).toMatchObject({
      initials: 'KL',
      companyNames: { [office.sandbox.customerUuid]: 'Elbmarsch IT-Service GmbH' },
      links: { mail: `mailto:${katrin}` },
    });
    expect(card?.vcard).toContain('N:Lübbers;Katrin;;;');
    expect(card?.vcard).toContain('ORG:Elbmarsch IT-Service GmbH');
  });

  it('is there offline after a restart, and asked for again after a day or on demand', async () => {
    const office = await openOffice();
    const first = await office.cards.people.find(katrin, false);
    const asked = () => office.sandbox.requests.get('SiFindUserByMail');
    const again = await office.restart();
    again.now += day - 1;
    expect(await again.cards.people.find(katrin.toUpperCase(), false)).toEqual({
      ...first,
      email: katrin.toUpperCase(),
    });
    expect(asked()).toBe(1);
    await again.cards.people.find(katrin, true);
    expect(asked()).toBe(2);
    await again.sandbox.close();
    again.now += day;
    expect(await again.cards.people.find(katrin, false)).toMatchObject({
      card: first.card,
      problem: { code: 'offline' },
    });
    expect(await again.cards.people.find('nobody@x.example', false)).toMatchObject({
      status: 'unknown',
      card: null,
      problem: { code: 'offline' },
    });
  });

  it('is asked for once by two who want to know at the same time', async () => {
    const { cards, sandbox } = await openOffice();
    const [one, other] = await Promise.all([
      cards.people.find(katrin, false),
      cards.people.find(katrin.toUpperCase(), false),
    ]);
    expect(other.card).toEqual(one.card);
    expect(sandbox.requests.get('SiFindUserByMail')).toBe(1);
    await cards.people.find(katrin, true);
    expect(sandbox.requests.get('SiFindUserByMail')).toBe(2);
  });

  it('may be nobody, or a team', async () => {
    const { cards } = await openOffice();
    expect(await cards.people.find('nobody@x.example', false)).toMatchObject({
      status: 'none',
      card: null,
    });
    expect(await cards.people.find('team@elbmarsch-it.example', false)).toMatchObject({
      status: 'team-account',
      problem: null,
    });
  });

  it.each(['markup', 'long', 'bidi', 'script-links', 'endless-picture'] as const)(
    'of hostile texts is shown as text: %s',
    async (hostileCards) => {
      const { cards } = await openOffice({ faults: { hostileCards } });
      const { status, card } = await cards.people.find(katrin, false);
      expect(status).toBe('found');
      if (hostileCards !== 'endless-picture')
        expect(card?.links).toMatchObject({ mail: null, phone: null });
      if (hostileCards === 'endless-picture') expect(card?.picture).toBeNull();
    },
  );
});

describe('people whom sessions know', () => {
  it('are told with their accounts, colleagues first', async () => {
    const { history, sandbox, sessions } = await openOffice();
    const known = await history.knownPeople();
    const ids = new Set(
      sessions.flatMap(({ participants }) => participants.flatMap(({ userId }) => userId ?? [])),
    );
    expect(new Set(known.map(({ userId }) => userId))).toEqual(ids);
    const colleagues = known.filter(({ isColleague }) => isColleague);
    expect(colleagues.length).toBeGreaterThan(3);
    expect(known.slice(0, colleagues.length)).toEqual(colleagues);
    expect(known.find(({ email }) => email === sandbox.ownEmail)?.isColleague).toBe(true);
  });
});

describe('a token payload', () => {
  it('is on no disk and in no log', async () => {
    const office = await openOffice();
    const { card } = await office.cards.people.find(katrin, false);
    const payload = await office.api.tokenPayload(card?.userId ?? '');
    await office.history.settle();
    await office.history.close();
    if (office.place.kind !== 'file') throw new Error('no file');
    const folder = dirname(office.place.file);
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    kept.push(Buffer.from(JSON.stringify(office.logs)));
    for (const secret of Object.values(payload)) {
      expect(secret.length).toBeGreaterThan(20);
      for (const bytes of kept) expect(bytes.includes(secret)).toBe(false);
    }
  });

  it('nor is a card readable on disk', async () => {
    const office = await openOffice();
    await office.cards.imprints.refresh(null);
    await office.cards.people.find(katrin, false);
    await office.history.close();
    if (office.place.kind !== 'file') throw new Error('no file');
    const folder = dirname(office.place.file);
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const text of ['Elbmarsch', 'Lübbers', 'C004711', 'katrin', 'IHDR']) {
        expect(bytes.includes(text), `${text} in ${name}`).toBe(false);
      }
    }
  });
});
