import type { SignIn, Tokens } from '../../shared/bridge/contract.ts';
import type { Outcome, Problem } from '../../shared/problem.ts';
import type { AccountState } from '../../shared/state.ts';

/** Everything that lies in the keychain, as one entry so that it is there whole or not at all. */
export interface Secrets extends Tokens {
  /** The history's raw 256-bit key as 64 hex digits; null where it was never made or got lost. */
  readonly historyKey: string | null;
}

/** Absent, locked and unavailable are three different answers. */
export type KeychainAnswer =
  | { readonly status: 'present'; readonly secrets: Secrets }
  | { readonly status: 'absent' }
  | { readonly status: 'locked' }
  | { readonly status: 'unavailable' };

/** The keychain of one profile. `write` and `remove` reject with `keychain-locked` or `keychain-unavailable`. */
export interface Credentials {
  read(): Promise<KeychainAnswer>;
  write(secrets: Secrets): Promise<void>;
  remove(): Promise<void>;
}

/** What the rest of main needs to work for one signed-in technician. */
export interface OpenSession {
  readonly endpoint: URL;
  readonly tokens: Tokens;
  /** Null keeps the history in memory only. */
  readonly historyKey: Uint8Array | null;
  readonly ownEmail: string | null;
}

/** What signing in and out does to the rest of main; wired in `index.ts`. */
export interface AccountEffects {
  /** Buys a JWT with the tokens; rejects with the ProblemError that says why it cannot. */
  verify(endpoint: URL, tokens: Tokens): Promise<void>;
  /** Opens the history and starts to sync. */
  open(session: OpenSession): Promise<void>;
  /** Ends sync and closes the history. Does nothing where none is open. */
  close(): Promise<void>;
  /** Removes every file of the profile that holds a technician's or a client's data. */
  wipe(): Promise<void>;
  /** Starts the embedded sample server, once; null where it is not part of this build. */
  demo: (() => Promise<{ endpoint: URL; tokens: Tokens; ownEmail: string }>) | null;
}

export interface Account {
  state(): AccountState;
  /** @returns the way to stop listening. */
  onChange(listener: (state: AccountState) => void): () => void;
  /** Reads the keychain and goes on where the last run ended. */
  start(): Promise<void>;
  signIn(request: SignIn): Promise<Outcome<AccountState>>;
  tryDemo(): Promise<Outcome<AccountState>>;
  /** Asks a locked keychain again. */
  unlock(): Promise<AccountState>;
  signOut(): Promise<Outcome<AccountState>>;
  /** The server refused the tokens while at work. */
  reject(problem: Problem): void;
}
