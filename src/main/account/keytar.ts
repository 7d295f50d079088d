import type * as keytarModule from 'keytar';

/** What is used of keytar. */
export type Keytar = Pick<typeof keytarModule, 'getPassword' | 'setPassword' | 'deletePassword'>;

/**
 * Loads keytar when it is first needed: its native part fails to load where libsecret is missing, and
 * the program must start nevertheless.
 */
export async function loadKeytar(): Promise<Keytar> {
  // It is CommonJS, which its types do not say: what it exports is its default.
  const keytar: unknown = await import('keytar');
  return (keytar as { default: Keytar }).default;
}
