import { createAccount, type AccountDeps } from '../../../../src/main/account/account.ts';
import type {
  Account,
  AccountEffects,
  KeychainAnswer,
  OpenSession,
  ProfileSettings,
  Secrets,
} from '../../../../src/main/account/types.ts';
import type { SignIn } from '../../../../src/shared/bridge/contract.ts';
import { ProblemError, type ProblemCode } from '../../../../src/shared/problem.ts';
import type { AccountState } from '../../../../src/shared/state.ts';

export const here = 'https://a.example/graphql';
export const elsewhere = 'https://b.example/graphql';
export const key = (digit: string): string => digit.repeat(64);

export const kept: Secrets = {
  endpoint: here,
  customerUuid: 'company-a',
  integratorToken: 'integrator-1',
  userToken: 'user-1',
  historyKey: key('a'),
};

export const request: SignIn = {
  endpoint: here,
  integratorToken: 'integrator-2',
  userToken: 'user-2',
  ownEmail: 'jana@example.com',
  storage: 'keychain',
};

export const nobody: ProfileSettings = {
  profileId: '6f1d6e2c-8a53-4d1b-9a44-0b7c9f8e2d10',
  endpoint: null,
  ownEmail: null,
  removalPending: false,
};
export const somebody: ProfileSettings = { ...nobody, endpoint: here, ownEmail: 'old@example.com' };

type Step = keyof AccountEffects | 'read' | 'write' | 'remove' | 'setProfile' | 'clearProfile';

/** The world around an account, in memory, with what happened to it in order. */
export class World {
  entry: Secrets | null = null;
  profile: ProfileSettings = nobody;
  keychain: 'open' | 'locked' | 'unavailable' = 'open';
  /** The session that is open, as its endpoint, user token and key. */
  opened: string | null = null;
  company = 'company-a';
  files = new Set<string>();
  readonly steps: string[] = [];
  readonly shown: AccountState[] = [];
  readonly secrets: string[] = [];
  /** Steps that fail, with the code they fail with. */
  readonly failing = new Map<Step, ProblemCode>();
  /** Steps that fail once only. */
  readonly failingOnce = new Map<Step, ProblemCode>();
  /** What a step waits for. */
  readonly waiting = new Map<Step, Promise<void>>();

  private async step(name: Step, note = ''): Promise<void> {
    this.steps.push(note ? `${name} ${note}` : name);
    await this.waiting.get(name);
    const code = this.failing.get(name) ?? this.failingOnce.get(name);
    this.failingOnce.delete(name);
    if (code) throw new ProblemError({ code });
  }

  private refuseIfShut(): void {
    if (this.keychain !== 'open') throw new ProblemError({ code: `keychain-${this.keychain}` });
  }

  /** Drawn keys count up from `1`. */
  private drawn = 0;

  account(options: Partial<AccountDeps> = {}, demo: AccountEffects['demo'] = null): Account {
    const effects: AccountEffects = {
      verify: async (endpoint, tokens) => {
        await this.step('verify', `${endpoint.host} ${tokens.userToken}`);
        return { customerUuid: this.company };
      },
      open: async (session) => {
        await this.step('open', nameOf(session));
        this.opened = nameOf(session);
      },
      close: async () => {
        await this.step('close');
        this.opened = null;
      },
      wipe: async () => {
        await this.step('wipe');
        this.files.clear();
      },
      demo,
    };
    const account = createAccount({
      effects,
      credentials: {
        read: async (expected): Promise<KeychainAnswer> => {
          await this.step('read', expected ? 'expected' : '');
          if (this.keychain !== 'open') return { status: this.keychain };
          return this.entry ? { status: 'present', secrets: this.entry } : { status: 'absent' };
        },
        write: async (secrets) => {
          await this.step('write', secrets.userToken);
          this.refuseIfShut();
          this.entry = secrets;
        },
        remove: async () => {
          await this.step('remove');
          this.refuseIfShut();
          this.entry = null;
        },
      },
      settings: {
        profile: () => this.profile,
        setProfile: (profile) => this.save('setProfile', profile),
        clearProfile: (removalPending = false) =>
          this.save('clearProfile', { endpoint: null, ownEmail: null, removalPending }),
      },
      presetEndpoint: null,
      randomKey: () => Uint8Array.from(Buffer.from(key(String((this.drawn += 1))), 'hex')),
      log: { warn: () => undefined, protect: (secret) => void this.secrets.push(secret) },
      ...options,
    });
    account.onChange((state) => void this.shown.push(state));
    return account;
  }

  private save(name: Step, profile: Omit<ProfileSettings, 'profileId'>): void {
    this.steps.push(name);
    const code = this.failing.get(name);
    if (code) throw new ProblemError({ code });
    this.profile = { profileId: this.profile.profileId, ...profile };
  }
}

export function nameOf({ endpoint, tokens, historyKey }: OpenSession): string {
  const history = historyKey ? Buffer.from(historyKey).toString('hex').slice(0, 2) : 'memory';
  return `${endpoint.host} ${tokens.userToken} ${history}`;
}

/** An account whose last run left someone signed in. */
export async function started(world: World): Promise<Account> {
  world.entry = kept;
  world.profile = somebody;
  world.files.add('history');
  const account = world.account();
  await account.start();
  world.steps.length = 0;
  return account;
}
