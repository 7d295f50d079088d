import { problemOf, ProblemError } from '../../shared/problem.ts';
import type { Log } from '../log.ts';
import { createKeychain, type KeychainDeps } from './keychain.ts';
import { join, mostParts, partSets, readHead, seal, type PartSet } from './sealed-secrets.ts';
import type { Credentials, KeychainAnswer, Secrets } from './types.ts';
import { createWaitingLine, type After, type Call } from './waiting-line.ts';

export interface CredentialsDeps extends KeychainDeps {
  /** The profile: what lies under another is neither seen nor touched. */
  readonly account: string;
  readonly log: Pick<Log, 'warn'>;
  /** How long a call may take, in ms: a locked keyring waits for its owner. Then it counts as locked. */
  readonly patience?: number;
  /** What measures that; the system's timers where it is left out. */
  readonly after?: After;
  /** The greatest length of one entry, in bytes. */
  readonly limit?: number;
}

/** Windows takes 2560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE); macOS may ask its owner anew for every entry. */
const limits: Partial<Record<NodeJS.Platform, number>> = { win32: 2400 };

/** What is written over an entry that is to be removed, and to see whether a keychain is open. */
const placeholder = '{}';

/**
 * The keychain entry of one profile, in the system's own keychain.
 *
 * On Linux neither reading nor removing tells a locked keychain from an empty one (libsecret answers
 * both alike when the prompt is dismissed). Writing does, so where it matters something is written.
 */
export function createCredentials(deps: CredentialsDeps): Credentials {
  const { account, log, platform = process.platform, patience = 30_000 } = deps;
  const limit = deps.limit ?? limits[platform] ?? Number.POSITIVE_INFINITY;
  const keychain = createKeychain(deps);
  const line = createWaitingLine(patience, deps.after);
  const hidesLock = platform !== 'win32' && platform !== 'darwin';
  const part = (set: PartSet, index: number): string => `${account}/${set}${index + 1}`;

  /** The entry; null where there is none, and not where it is only hidden by a lock. */
  async function reveal(): Promise<string | null> {
    const head = await keychain.get(account);
    if (head !== null || !hidesLock) return head;
    const probe = `${account}/probe`;
    await keychain.set(probe, placeholder);
    await keychain.remove(probe);
    return keychain.get(account);
  }

  async function read(expected: boolean): Promise<KeychainAnswer> {
    const head = await (expected ? reveal() : keychain.get(account));
    if (head === null || head === placeholder) return { status: 'absent' };
    const secrets = await open(head);
    if (secrets) return { status: 'present', secrets };
    log.warn('the keychain entry cannot be read and counts as absent', { account });
    return { status: 'absent' };
  }

  async function open(head: string): Promise<Secrets | null> {
    const reading = readHead(head);
    if (reading.kind === 'whole') return reading.secrets;
    if (reading.kind === 'mangled') return null;
    const parts: string[] = [];
    for (let i = 0; i < reading.count; i += 1) {
      const text = await keychain.get(part(reading.set, i));
      if (text === null) return null;
      parts.push(text);
    }
    return join(parts, reading.sha256);
  }

  async function write(secrets: Secrets, call: Call): Promise<void> {
    // Taken for absent, it would be removed if this write had to be taken back.
    const former = await reveal();
    const used = former === null ? null : setOf(former);
    const free = used === 'a' ? 'b' : 'a';
    const { head, parts } = seal(secrets, limit, free);
    if (parts.length > mostParts) throw new ProblemError({ code: 'unexpected' });
    // Only what is too long for one entry is ever split.
    const splits = parts.length > 0 || used !== null;
    let written = false;
    try {
      if (splits) await removeParts(free);
      for (const [index, text] of parts.entries()) {
        stopIf(call);
        await keychain.set(part(free, index), text);
      }
      stopIf(call);
      // From here on the new secrets hold: one entry is replaced whole or not at all.
      await keychain.set(account, head);
      written = true;
      stopIf(call);
    } catch (error) {
      await quietly(async () => {
        if (written)
          await (former === null ? keychain.remove(account) : keychain.set(account, former));
        if (parts.length > 0) await removeParts(free);
      });
      throw error;
    }
    if (used !== null) await quietly(() => removeParts(used));
  }

  async function remove(): Promise<void> {
    if (hidesLock) await keychain.set(account, placeholder);
    await keychain.remove(account);
    for (const set of partSets) await removeParts(set);
  }

  /** From the last to the first, so that what a cut leaves behind is found by counting from the first. */
  async function removeParts(set: PartSet): Promise<void> {
    let count = 0;
    while (count < mostParts && (await keychain.get(part(set, count))) !== null) count += 1;
    for (let i = count - 1; i >= 0; i -= 1) await keychain.remove(part(set, i));
  }

  async function quietly(tidy: () => Promise<void>): Promise<void> {
    try {
      await tidy();
    } catch (error) {
      log.warn('the keychain could not be tidied up', error);
    }
  }

  return {
    async read(expected) {
      try {
        return await line.run(() => read(expected));
      } catch (error) {
        const { code } = problemOf(error);
        log.warn('the keychain cannot be read', error);
        return { status: code === 'keychain-locked' ? 'locked' : 'unavailable' };
      }
    },
    write: (secrets) => line.run((call) => write(secrets, call)),
    remove: () => line.run(remove),
    isWaiting: () => line.isStuck(),
  };
}

function setOf(head: string): PartSet | null {
  const reading = readHead(head);
  return reading.kind === 'split' ? reading.set : null;
}

function stopIf(call: Call): void {
  if (call.abandoned) throw new ProblemError({ code: 'keychain-locked' });
}
