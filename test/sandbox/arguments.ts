import { parseArgs } from 'node:util';
import { faultKinds, noFaults, parseFaults, type Faults, type Injection } from './faults/faults.ts';
import type { SandboxOptions } from './index.ts';

export const usage = `A local pcvisit server with sample data, for trying things out.

Usage: npm run sandbox -- [options]

  --sessions N        how many sessions there are, up to 1000000 and more (2000)
  --seed N            other sample data (1)
  --port P            port on the loopback interface (any free one)
  --zone Z            IANA time zone of the sample data (this machine's)
  --jwt-lifetime S    seconds a JWT is good for (3600)
  --still             let nothing happen by itself; else sessions come and go
  --fault F           may be given again and again; F is one of
                        a kind of fault that befalls every request:
                          ${faultKinds.slice(0, 6).join(', ')},
                          ${faultKinds.slice(6).join(', ')}
                        a kind and the query it befalls: http-500@AcQuerySessionsHistory
                        a switch: ${switches('boolean').join(', ')}
                        a switch and its value, JSON or text: pageCap=100, slowMs=500,
                          jwtRejected=once, everyNth={"n":10,"kind":"rotating"}
  --help              this text

While it runs: POST /control/faults, GET /control/requests (see test/sandbox/README.md).`;

function switches(type: string): string[] {
  return Object.entries(noFaults).flatMap(([name, value]) => (typeof value === type ? name : []));
}

/**
 * Reads the command line.
 *
 * @returns null where only help is wanted.
 * @throws Error whose message says in one line what is wrong.
 */
export function readArguments(args: readonly string[]): SandboxOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean' },
      sessions: { type: 'string' },
      seed: { type: 'string' },
      port: { type: 'string' },
      zone: { type: 'string' },
      'jwt-lifetime': { type: 'string' },
      still: { type: 'boolean' },
      fault: { type: 'string', multiple: true },
    },
  });
  if (values.help) return null;
  const lifetime = whole('jwt-lifetime', values['jwt-lifetime'], 1, 10 ** 9);
  return {
    sessions: whole('sessions', values.sessions, 0, 100_000_000),
    seed: whole('seed', values.seed, 0, 2 ** 31),
    port: whole('port', values.port, 0, 65_535),
    zone: zone(values.zone),
    jwtLifetimeMs: lifetime === undefined ? undefined : lifetime * 1000,
    live: !values.still,
    faults: readFaults(values.fault ?? []),
  };
}

function whole(
  name: string,
  text: string | undefined,
  low: number,
  high: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= low && number <= high) return number;
  throw new Error(`--${name} wants a whole number from ${low} to ${high}, not "${text}".`);
}

function zone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`--zone wants an IANA time zone such as Europe/Berlin, not "${text}".`);
  }
}

function readFaults(texts: readonly string[]): Partial<Faults> {
  const inject: Injection[] = [];
  const changes: Record<string, unknown> = {};
  for (const text of texts) {
    const injection = readInjection(text);
    if (injection !== null) {
      inject.push(injection);
      continue;
    }
    const [name = '', ...rest] = text.split('=');
    if (!Object.hasOwn(noFaults, name)) throw new Error(`--fault ${text}: there is no ${name}.`);
    changes[name] = rest.length === 0 ? true : valueOf(rest.join('='));
  }
  if (inject.length > 0) changes['inject'] = inject;
  try {
    return parseFaults(changes);
  } catch (error) {
    throw new Error(`--fault ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function readInjection(text: string): Injection | null {
  const [kindText, operation] = text.split('@');
  const kind = faultKinds.find((each) => each === kindText);
  return kind === undefined ? null : { kind, operation };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
