import type { Log } from '../log.ts';
import type { OpenSession, Secrets } from './types.ts';

/** A raw key as the keychain keeps it. */
export function keyToHex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

export function sessionOf(secrets: Secrets, endpoint: URL, ownEmail: string | null): OpenSession {
  const { integratorToken, userToken, historyKey } = secrets;
  const tokens = { integratorToken, userToken };
  const key = historyKey === null ? null : Uint8Array.from(Buffer.from(historyKey, 'hex'));
  return { endpoint, tokens, historyKey: key, ownEmail };
}

/** Keeps secrets out of the log, should they ever come its way. */
export function protectSecrets(
  log: Pick<Log, 'protect'>,
  secrets: Pick<Secrets, 'integratorToken' | 'userToken'> & Partial<Secrets>,
): void {
  log.protect(secrets.integratorToken);
  log.protect(secrets.userToken);
  if (secrets.historyKey) log.protect(secrets.historyKey);
}
