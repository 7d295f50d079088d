import type { SignIn, Tokens } from '../../shared/bridge/contract.ts';
import type { Outcome, Problem } from '../../shared/problem.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AccountState } from '../../shared/state.ts';

/** Everything that lies in the keychain, as one entry so that it is there whole or not at all. */
export interface Secrets extends Tokens {
  /** Where the tokens are good, in canonical form: nothing on disk decides where they are sent. */
  readonly endpoint: string;
  /** Whose history it is, as the server said at sign-in. */
  readonly customerUuid: string;
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
  /**
   * @param expected whether an entry must be there. On Linux a locked keychain looks like an empty one;
   * only where something is expected is the difference worth asking the person twice.
   */
  read(expected: boolean): Promise<KeychainAnswer>;
  /** Replaces what was there, or leaves it as it was. */
  write(secrets: Secrets): Promise<void>;
  /** Removes everything; does nothing where nothing is. */
  remove(): Promise<void>;
  /**
   * Whether a call that was given up still waits, for a prompt that nobody answered for instance.
   * The process cannot end by itself before the system answers: who quits must kill it.
   */
  isWaiting(): boolean;
}

/** What of one profile is no preference and no secret. */
export interface ProfileSettings {
  /** Names the profile's keychain entry. Drawn once; sign-out keeps it. */
  readonly profileId: string;
  /** Where someone is signed in, in canonical form; null while nobody is. */
  readonly endpoint: string | null;
  readonly ownEmail: string | null;
  /** Someone signed out while the keychain refused to remove the entry: it must not be used again. */
  readonly removalPending: boolean;
}

/** What is kept in `settings.json`. Writing rejects by throwing `disk-full` or `unexpected`, and changes nothing then. */
export interface SettingsStore {
  read(): Settings;
  /** @throws ProblemError `invalid-request` where the change is not valid as a whole. */
  change(change: Partial<Settings>): Settings;
  /** Tells of changed preferences. @returns the way to stop listening. */
  onChange(listener: (settings: Settings) => void): () => void;
  profile(): ProfileSettings;
  setProfile(profile: Omit<ProfileSettings, 'profileId'>): void;
  /** Forgets who was signed in, and where. */
  clearProfile(removalPending?: boolean): void;
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
  verify(endpoint: URL, tokens: Tokens): Promise<{ customerUuid: string }>;
  /** Opens the history and starts to sync. */
  open(session: OpenSession): Promise<void>;
  /** Ends sync and closes the history. Does nothing where none is open. */
  close(): Promise<void>;
  /**
   * Removes every file of the profile that holds a technician's or a client's data; rejects where
   * one of them stays.
   */
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
