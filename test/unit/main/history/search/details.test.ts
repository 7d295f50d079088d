import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { noRounding } from '../../../../../src/shared/billing/rule.ts';
import { sessionDetailsSchema } from '../../../../../src/shared/history/details.ts';
import { setUp, zone } from '../support/search.ts';
import { companyUuid, sessionOf, technician } from '../support/sessions.ts';

describe('a session by itself', () => {
  it('is told with everything known of it', () => {
    const first = sessionOf({ id: 'a', durationMs: 600_000, commentsLink: 'http://x.example/' });
    const { store, search } = setUp([first]);
    const guest = {
      name: null,
      email: null,
      userId: null,
      companyUuid: null,
      fields: { nick: 'Gast', seen: [1, { a: null }], left: 5 },
    };
    const second = {
      ...first,
      state: 'Closed',
      participants: [technician, guest],
      commentsLink: 'https://x.example/c',
      lastUpdatedAt: first.lastUpdatedAt + 1,
    };
    store.ingest({ sessions: [second], malformed: [] }, 777);
    store.setNote('a', 'Rückruf', 1);
    const rule = { ...noRounding, mode: 'up', step: 15 } as const;
    store.setRule(null, rule);
    const details = search.session('a', zone);
    expect(v.parse(sessionDetailsSchema, details)).toEqual(details);
    expect(details).toMatchObject({
      id: 'a',
      companyUuid,
      zone,
      durationMs: 600_000,
      measuredMs: 600_000,
      customMs: null,
      billableMs: 900_000,
      rule,
      ruleIsClients: false,
      commentsLink: 'https://x.example/c',
      vanishedAt: null,
      note: 'Rückruf',
    });
    expect(details?.participants[1]).toEqual({
      name: null,
      email: null,
      technician: false,
      fields: [
        { name: 'nick', value: 'Gast' },
        { name: 'seen', value: '[1,{"a":null}]' },
        { name: 'left', value: '5' },
      ],
    });
    expect(details?.participants[0]).toMatchObject({ name: 'Jana Weiß', technician: true });
    expect(details?.changes.map((each) => [each.field, each.noticedAt])).toEqual([
      ['state', 777],
      ['participants', 777],
      ['commentsLink', 777],
    ]);
    store.setRule(first.client?.folderId ?? '', noRounding);
    store.markVanished(['a'], 888);
    expect(search.session('a', zone)).toMatchObject({
      billableMs: 600_000,
      ruleIsClients: true,
      vanishedAt: 888,
    });
    expect(search.session('nobody', zone)).toBeNull();
  });
});
