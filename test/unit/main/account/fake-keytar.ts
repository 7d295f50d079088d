import type { Keytar } from '../../../../src/main/account/keytar.ts';

/** A keychain in memory whose next calls can be made to fail or to wait. */
export interface FakeKeytar extends Keytar {
  readonly entries: Map<string, string>;
  /** Called ahead of every call with its kind and the entry's name; may throw or wait. */
  before: (call: 'get' | 'set' | 'delete', name: string) => Promise<void> | void;
}

export function createFakeKeytar(): FakeKeytar {
  const entries = new Map<string, string>();
  const fake: FakeKeytar = {
    entries,
    before: () => undefined,
    async getPassword(service, account) {
      await fake.before('get', account);
      return entries.get(`${service} ${account}`) ?? null;
    },
    async setPassword(service, account, password) {
      await fake.before('set', account);
      entries.set(`${service} ${account}`, password);
    },
    async deletePassword(service, account) {
      await fake.before('delete', account);
      return entries.delete(`${service} ${account}`);
    },
  };
  return fake;
}
