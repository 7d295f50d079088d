import { errors, jwtVerify, SignJWT } from 'jose';
import type { FaultControl } from '../faults/control.ts';
import type { SandboxTokens } from '../types.ts';

/** Published on purpose: they open nothing but this sandbox. */
export const sampleTokens: SandboxTokens = {
  integratorToken: 'sample-integrator-token-0001',
  userToken: 'sample-user-token-katrin-luebbers',
};

/** Why a JWT is no good, by the error ids the sandbox chose. */
export type JwtRejection = 'JwtMissing' | 'JwtInvalid' | 'JwtExpired';

export interface Auth {
  /** A JWT for the owner of the user token, good from now on. */
  issue(): Promise<string>;
  /** @returns null where the `Authorization` header holds a good JWT. */
  check(header: string | undefined): Promise<JwtRejection | null>;
}

const issuer = 'pcvisit-sandbox';

/**
 * Signs and checks JWTs (HS256) with a secret that lives as long as the sandbox. `iat` and `exp`
 * are whole seconds of the server's clock, `exp` rounded up.
 */
export function buildAuth(options: {
  readonly faults: FaultControl;
  /** The server's own clock, skew included, UTC ms. */
  readonly clock: () => number;
  readonly userId: string;
  readonly customerUuid: string;
}): Auth {
  const { faults, clock, userId, customerUuid } = options;
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return {
    issue: () => {
      const issuedAt = Math.floor(clock() / 1000);
      return new SignJWT({ customerUuid })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + Math.ceil(faults.current.jwtLifetimeMs / 1000))
        .setJti(crypto.randomUUID())
        .sign(secret);
    },
    check: async (header) => {
      const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
      if (token === undefined) return 'JwtMissing';
      try {
        await jwtVerify(token, secret, { issuer, currentDate: new Date(clock()) });
      } catch (error) {
        return error instanceof errors.JWTExpired ? 'JwtExpired' : 'JwtInvalid';
      }
      return faults.takeJwtRejection() ? 'JwtInvalid' : null;
    },
  };
}
