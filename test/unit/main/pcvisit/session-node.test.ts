import { describe, expect, it } from 'vitest';
import { readerFor } from '../../../../src/main/pcvisit/participants.ts';
import { readNode } from '../../../../src/main/pcvisit/session-node.ts';
import { rawNode, type RawNode } from '../../../support/pcvisit/nodes.ts';

const reader = readerFor([
  { name: 'name', type: 'Name', list: false },
  { name: 'email', type: 'Email', list: false },
]);

const changed = (value: object): RawNode => {
  const node = rawNode(1);
  return { ...node, value: { ...node.value, ...value } };
};

function sessionOf(node: unknown) {
  const read = readNode(node, reader);
  if (!read.ok) throw new Error(read.reason);
  return read.session;
}

function reasonOf(node: unknown): string {
  const read = readNode(node, reader);
  if (read.ok) throw new Error('it could be read');
  return read.reason;
}

describe('readNode', () => {
  it('reads a whole session', () => {
    expect(readNode(rawNode(7), reader)).toEqual({
      ok: true,
      cursor: 'cursor-7',
      session: {
        id: 'session-7',
        name: 'Fernwartung 7',
        type: 'AdHocSessionForSupporter',
        state: 'Finished',
        invoiceState: 'Invoiced',
        client: { number: '00417', name: 'Müller GmbH', folderId: 'folder-1' },
        computer: {
          id: 'computer-1',
          displayName: 'Empfang',
          hostName: 'PC-01',
          userDisplayName: null,
          termsName: null,
          termsState: 'Accepted',
        },
        participants: [
          {
            name: 'Katrin Lübbers',
            email: 'katrin@x.de',
            userId: null,
            companyUuid: null,
            fields: { name: 'Katrin Lübbers', email: 'katrin@x.de' },
          },
        ],
        durationMs: 600_000,
        customDurationMs: null,
        commentsLink: 'https://web.example/comments/7',
        createdAt: 1_763_900_007_000,
        finishedAt: 1_763_900_607_000,
        lastUpdatedAt: 1_763_900_607_000,
        companyUuid: 'company-1',
      },
    });
  });

  it('takes every number as text too', () => {
    const numbers = {
      duration: 600_000,
      customDuration: -1,
      sessionCreatedAt: 1_763_900_007_000,
      sessionFinishedAt: 1_763_900_607_000.4,
      lastUpdatedAt: 0,
    };
    const texts = Object.fromEntries(Object.entries(numbers).map(([key, n]) => [key, String(n)]));
    expect(sessionOf(changed(texts))).toEqual(sessionOf(changed(numbers)));
    expect(sessionOf(changed(numbers)).finishedAt).toBe(1_763_900_607_000);
  });

  it('takes a client number as a number, and leaves its zeros on as text', () => {
    const client = rawNode(1).value.clientCompany as object;
    expect(sessionOf(changed({ clientCompany: { ...client, clientId: 417 } })).client?.number).toBe(
      '417',
    );
    expect(sessionOf(rawNode(1)).client?.number).toBe('00417');
  });

  it('keeps values of enums it has never heard of', () => {
    const words = { type: 'Tomorrow', state: 'Sleeping', invoiceState: 'Maybe' };
    expect(sessionOf(changed(words))).toMatchObject(words);
  });

  it('takes absent and null for the same', () => {
    const empty = {
      duration: undefined,
      sessionFinishedAt: undefined,
      clientCompany: undefined,
      target: null,
      commentsLink: null,
    };
    expect(sessionOf(changed(empty))).toMatchObject({
      durationMs: null,
      finishedAt: null,
      client: null,
      computer: null,
      commentsLink: null,
    });
  });

  it('makes every text fit for any file', () => {
    const session = sessionOf(
      changed({ name: 'halb \ud83d', participants: [{ name: '\udc00', email: null }] }),
    );
    expect(session.name).toBe('halb \ufffd');
    expect(session.participants[0]).toMatchObject({ name: '\ufffd', fields: { name: '\ufffd' } });
  });

  it('keeps long and hostile texts as they are', () => {
    const name = `<script>alert(1)</script>\u202E${'x'.repeat(20_000)}`;
    expect(sessionOf(changed({ name })).name).toBe(name);
  });

  it('gives no participants where none were asked for', () => {
    const read = readNode(changed({ participants: undefined }), null);
    expect(read).toMatchObject({ ok: true, session: { participants: [] } });
  });

  it('lets no key of a participant reach a prototype', () => {
    const participants: unknown = JSON.parse('[{"__proto__":{"email":"x"},"name":"K"}]');
    const [participant] = sessionOf(changed({ participants })).participants;
    expect(participant?.email).toBeNull();
    expect(Object.keys(participant?.fields ?? {})).toEqual(['name']);
  });

  it('has device ids only where they came', () => {
    const target = rawNode(1).value.target as object;
    const withIds = { ...target, computerMacAddress: '00:11', computerTeamViewerId: null };
    expect(sessionOf(changed({ target: withIds })).computer).toMatchObject({
      macAddress: '00:11',
      teamViewerId: null,
    });
    expect(sessionOf(rawNode(1)).computer).not.toHaveProperty('macAddress');
  });

  it.each([
    ['value.id: empty', { id: '' }],
    ['value.id: no text', { id: null }],
    ['value.id: no text', { id: 7 }],
    ['value.id: too long', { id: 'x'.repeat(1_001) }],
    ['value.name: missing', { name: undefined }],
    ['value.name: too long', { name: 'x'.repeat(65_537) }],
    ['value.state: no text', { state: null }],
    ['value.sessionCreatedAt: no time in UTC ms', { sessionCreatedAt: 'gestern' }],
    ['value.sessionCreatedAt: no time in UTC ms', { sessionCreatedAt: -1 }],
    ['value.sessionCreatedAt: no time in UTC ms', { sessionCreatedAt: 9e15 }],
    ['value.sessionCreatedAt: no time in UTC ms', { sessionCreatedAt: '' }],
    ['value.sessionCreatedAt: no time in UTC ms', { sessionCreatedAt: null }],
    ['value.lastUpdatedAt: no time in UTC ms', { lastUpdatedAt: {} }],
    ['value.lastUpdatedAt: no time in UTC ms', { lastUpdatedAt: true }],
    ['value.duration: no duration in ms', { duration: '12 Minuten' }],
    ['value.duration: no duration in ms', { duration: 1e300 }],
    ['value.participants: no list', { participants: 'niemand' }],
    ['value.participants: missing', { participants: undefined }],
    ['value.participants.0: no object', { participants: [7] }],
    [
      'value.clientCompany.companyFolderDisplayName: no text',
      { clientCompany: { companyFolderDisplayName: 7 } },
    ],
    ['value.target.computerId: missing', { target: {} }],
  ])('says %s', (reason, change) => {
    expect(reasonOf(changed(change))).toBe(reason);
  });

  it('says what is no node at all', () => {
    expect(reasonOf(null)).toBe('node: no object');
    expect(reasonOf({ cursor: 'c', value: null })).toBe('value: no object');
    expect(reasonOf({ ...rawNode(1), cursor: null })).toBe('cursor: no cursor');
  });

  it('tells no content in its reasons', () => {
    expect(reasonOf(changed({ duration: 'Kundengeheimnis' }))).not.toContain('Kundengeheimnis');
  });
});
