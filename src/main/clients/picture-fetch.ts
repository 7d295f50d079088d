import { lookup as resolve, type LookupAddress } from 'node:dns';
import { get as getOpenly, type IncomingMessage } from 'node:http';
import { get as getEncrypted } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { beginsLikePicture, headBytes, pictureKind } from './picture-kind.ts';
import { isPublicAddress } from './public-address.ts';

export interface PictureLimits {
  readonly bytes: number;
  /** For everything, redirects included, ms. */
  readonly totalMs: number;
  readonly redirects: number;
  /** Width and height, pixels: a small file can unpack to gigabytes. */
  readonly side: number;
}

export const pictureLimits: PictureLimits = {
  bytes: 1024 * 1024,
  totalMs: 10_000,
  redirects: 3,
  side: 4096,
};

export interface PictureDeps {
  /** Where the API is: what lies there may be fetched even where that is in a local network. */
  readonly endpoint: URL;
  readonly limits?: Partial<PictureLimits>;
  /** Certificates to trust beside the usual ones, as the system does; PEM. */
  readonly authorities?: () => readonly string[];
  /** How names become addresses. */
  readonly lookup?: typeof resolve;
}

/** Why there is no picture; `unreachable` and `timeout` may pass, the others are meant. */
export type PictureFault =
  | 'address-refused'
  | 'local-network'
  | 'too-many-redirects'
  | 'no-such-picture'
  | 'too-large'
  | 'no-picture'
  | 'unreachable'
  | 'timeout';

export type PictureAnswer =
  | { readonly ok: true; readonly type: string; readonly bytes: Buffer }
  | { readonly ok: false; readonly fault: PictureFault };

class Refused extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Fetches a picture from an address that a stranger chose: over https alone, from the internet alone, without
 * cookies, tokens or anything else that tells who asks. The name's addresses are checked as the connection is made,
 * so a name that changes its mind in between gains nothing. Only the API's own origin may be elsewhere, and be
 * without encryption where that is this very machine.
 */
export function createPictureFetch(deps: PictureDeps): (address: string) => Promise<PictureAnswer> {
  const limits = { ...pictureLimits, ...deps.limits };
  const lookup = guarded(deps.lookup ?? resolve);

  return async (address) => {
    const signal = AbortSignal.timeout(limits.totalMs);
    try {
      let url = parse(address, undefined);
      for (let redirects = 0; ; redirects++) {
        const response = await request(url, signal);
        const next = redirectOf(response);
        if (next === null) return { ok: true, ...(await read(response, limits)) };
        response.destroy();
        if (redirects === limits.redirects) throw new Refused('too-many-redirects');
        url = parse(next, url);
      }
    } catch (error) {
      if (signal.aborted) return { ok: false, fault: 'timeout' };
      return { ok: false, fault: error instanceof Refused ? error.fault : 'unreachable' };
    }
  };

  function isOwn(url: URL): boolean {
    return url.origin === deps.endpoint.origin;
  }

  function parse(text: string, base: URL | undefined): URL {
    const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
    if (!url || (url.protocol !== 'https:' && !isOwn(url))) throw new Refused('address-refused');
    if (url.username || url.password) throw new Refused('address-refused');
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!isOwn(url) && isIP(literal) !== 0 && !isPublicAddress(literal)) {
      throw new Refused('local-network');
    }
    return url;
  }

  function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const get = url.protocol === 'https:' ? getEncrypted : getOpenly;
    const authorities = url.protocol === 'https:' ? deps.authorities?.() : undefined;
    return new Promise((fulfil, reject) => {
      get(
        url,
        {
          // A connection of its own, gone with the answer.
          agent: false,
          signal,
          headers: { accept: 'image/png, image/jpeg, image/webp, image/gif' },
          ...(!isOwn(url) && { lookup }),
          ...(authorities && { ca: [...authorities] }),
        },
        fulfil,
      ).once('error', reject);
    });
  }
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return statusCode >= 300 && statusCode < 400 ? (headers.location ?? null) : null;
}

async function read(
  response: IncomingMessage,
  limits: PictureLimits,
): Promise<{ type: string; bytes: Buffer }> {
  try {
    if (response.statusCode !== 200) throw new Refused('no-such-picture');
    if (Number(response.headers['content-length'] ?? 0) > limits.bytes)
      throw new Refused('too-large');
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      const isFirst = length < headBytes;
      chunks.push(chunk);
      length += chunk.length;
      if (length > limits.bytes) throw new Refused('too-large');
      if (isFirst && length >= headBytes && !beginsLikePicture(Buffer.concat(chunks))) {
        throw new Refused('no-picture');
      }
    }
    const bytes = Buffer.concat(chunks, length);
    const kind = pictureKind(bytes);
    if (!kind) throw new Refused('no-picture');
    if (kind.width > limits.side || kind.height > limits.side) throw new Refused('too-large');
    return { type: kind.type, bytes };
  } finally {
    response.destroy();
  }
}

/** Looks names up, and refuses those of which any address is not on the internet. */
function guarded(lookup: typeof resolve): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = error ? [] : addresses;
      if (!first) return callback(error ?? new Refused('unreachable'), []);
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new Refused('local-network'), []);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
