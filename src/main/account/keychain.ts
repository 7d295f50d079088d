import { ProblemError } from '../../shared/problem.ts';
import { keychainFault } from './keychain-fault.ts';
import type { Keytar } from './keytar.ts';

export interface KeychainDeps {
  /** Loads keytar; rejects where its native part cannot be loaded. */
  readonly keytar: () => Promise<Keytar>;
  /** The program's name in the system's keychain. */
  readonly service: string;
  readonly platform?: NodeJS.Platform;
}

/** The system's keychain by entry name. Every call rejects with `keychain-locked` or `keychain-unavailable`. */
export interface Keychain {
  /** @returns null where there is no such entry, and on Linux where a prompt was dismissed. */
  get(name: string): Promise<string | null>;
  set(name: string, text: string): Promise<void>;
  /** Does nothing where there is no such entry. */
  remove(name: string): Promise<void>;
}

export function createKeychain(deps: KeychainDeps): Keychain {
  const { service, platform = process.platform } = deps;

  async function ask<T>(act: (keytar: Keytar) => Promise<T>): Promise<T> {
    let keytar: Keytar;
    try {
      keytar = await deps.keytar();
    } catch (cause) {
      const message = 'The keychain’s native part cannot be loaded.';
      throw new ProblemError({ code: 'keychain-unavailable' }, { message, cause });
    }
    try {
      return await act(keytar);
    } catch (cause) {
      const words = cause instanceof Error ? cause.message : String(cause);
      const code = `keychain-${keychainFault(words, platform)}` as const;
      throw new ProblemError({ code }, { message: 'The keychain refused.', cause });
    }
  }

  return {
    get: (name) => ask((keytar) => keytar.getPassword(service, name)),
    set: (name, text) => ask((keytar) => keytar.setPassword(service, name, text)),
    remove: (name) => ask(async (keytar) => void (await keytar.deletePassword(service, name))),
  };
}
