import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, type Upgrade } from '../../../../src/main/account/settings-document.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

const id = '6f1d6e2c-8a53-4d1b-9a44-0b7c9f8e2d10';
const drawn = 'b5a0f9d2-0c55-4a6d-8b1f-3f1f4f0c9a77';
const nobody = { profileId: drawn, endpoint: null, ownEmail: null, removalPending: false };
const whole = {
  version: 1,
  settings: { ...defaultSettings, theme: 'dark', jwtScheme: '' },
  profile: {
    profileId: id,
    endpoint: 'https://a.example/graphql',
    ownEmail: 'jörg@example.com',
    removalPending: false,
  },
};
const read = (value: unknown) => readDocument(JSON.stringify(value), drawn);

describe('a settings document', () => {
  it('begins with defaults and the id that was drawn', () => {
    expect(readDocument(null, drawn)).toEqual({
      document: { version: 1, settings: defaultSettings, profile: nobody },
      faults: [],
    });
  });

  it('comes back as it was written', () => {
    expect(read(whole)).toMatchObject({
      document: { ...whole, profile: { ...whole.profile, ownEmail: null } },
      faults: ['profile.ownEmail'],
    });
    const plain = { ...whole, profile: { ...whole.profile, ownEmail: 'jana@example.com' } };
    expect(read(plain)).toEqual({ document: plain, faults: [] });
  });

  it('takes defaults for fields that are not there yet, without a fault', () => {
    const { faults, document } = read({ version: 1, settings: { theme: 'light' } });
    expect(faults).toEqual([]);
    expect(document.settings).toEqual({ ...defaultSettings, theme: 'light' });
  });

  it.each([
    ['settings', { theme: 'pink' }, 'settings.theme'],
    ['settings', { jwtHeader: 'X-Evil: 1\r\n' }, 'settings.jwtHeader'],
    ['settings', { retentionDays: 7 }, 'settings.retentionDays'],
    ['settings', { deviceIds: 'yes' }, 'settings.deviceIds'],
    ['profile', { profileId: '../../etc' }, 'profile.profileId'],
    ['profile', { endpoint: 'http://evil.example/' }, 'profile.endpoint'],
    ['profile', { endpoint: 'file:///etc/passwd' }, 'profile.endpoint'],
    ['profile', { removalPending: 1 }, 'profile.removalPending'],
  ])('in %s falls back to the default for %j alone', (part, bad, fault) => {
    const good = {
      ...whole,
      settings: { ...whole.settings, language: 'en' },
      profile: { ...whole.profile, ownEmail: 'jana@example.com' },
    };
    const changed = { ...good, [part]: { ...good[part as 'settings' | 'profile'], ...bad } };
    const { document, faults } = read(changed);
    expect(faults).toEqual([fault]);
    const fallback = { ...good[part as 'settings' | 'profile'] } as Record<string, unknown>;
    const name = fault.split('.')[1] ?? '';
    fallback[name] = { ...defaultSettings, ...nobody }[name as 'theme'];
    expect(document).toEqual({ ...good, [part]: fallback });
  });

  it('names fields in its faults, never their content', () => {
    const { faults } = read({ version: 1, settings: { theme: 'canary' }, profile: 'canary' });
    expect(faults).toEqual(['profile', 'settings.theme'].sort((a, b) => b.localeCompare(a)));
    expect(JSON.stringify(faults)).not.toContain('canary');
  });

  it('drops what nobody knows, and takes nothing from prototypes', () => {
    const text = `{"version":1,"tokens":"x","settings":{"theme":"dark","other":1,"__proto__":{"scope":"mine"}}}`;
    const { document } = readDocument(text, drawn);
    expect(document.settings).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(JSON.stringify(document)).not.toContain('"x"');
  });

  it.each(['"removalPending"', '\n}'])('saves the profile out of a file cut short at %j', (end) => {
    const text = JSON.stringify(
      { ...whole, profile: { ...whole.profile, ownEmail: 'jana@example.com' } },
      null,
      '\t',
    );
    const { document, faults } = readDocument(text.slice(0, text.lastIndexOf(end)), drawn);
    expect(faults).toEqual(['file']);
    expect(document.settings).toEqual(defaultSettings);
    expect(document.profile.profileId).toBe(id);
    expect(document.profile.endpoint).toBe('https://a.example/graphql');
  });

  it('is read from anything without throwing, into something valid', () => {
    const check = (text: string): void => {
      const { document } = readDocument(text, drawn);
      expect(readDocument(JSON.stringify(document), drawn)).toEqual({ document, faults: [] });
    };
    fc.assert(fc.property(fc.string(), check));
    fc.assert(fc.property(fc.json(), check));
    fc.assert(
      fc.property(
        fc.record({ version: fc.jsonValue(), settings: fc.jsonValue(), profile: fc.jsonValue() }),
        (value) => check(JSON.stringify(value)),
      ),
    );
  });

  describe('upgrades', () => {
    const steps: readonly Upgrade[] = [
      (fields) => ({ ...fields, settings: { theme: fields['look'] } }),
      ({ settings, ...rest }) => ({
        ...rest,
        settings: { ...(settings as object), scope: 'mine' },
      }),
    ];

    it('lead from any version to the current one, each step once', () => {
      const first = readDocument('{"version":1,"look":"dark"}', drawn, steps);
      expect(first.faults).toEqual([]);
      expect(first.document).toMatchObject({
        version: 3,
        settings: { theme: 'dark', scope: 'mine' },
      });
      const second = readDocument('{"version":2,"settings":{"theme":"light"}}', drawn, steps);
      expect(second.document.settings).toMatchObject({ theme: 'light', scope: 'mine' });
      const third = readDocument('{"version":3,"settings":{"scope":"team"}}', drawn, steps);
      expect(third.document.settings).toMatchObject({ scope: 'team' });
    });

    it.each([4, 0, -1, 1.5, '1', null])(
      'take what they know of version %j, and say so',
      (version) => {
        const text = JSON.stringify({ ...whole, version });
        const { document, faults } = readDocument(text, drawn, steps);
        expect(document).toMatchObject({ version: 3, profile: { profileId: id } });
        expect(faults).toContain('version');
      },
    );
  });
});
