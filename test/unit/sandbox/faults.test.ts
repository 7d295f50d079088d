import { describe, expect, it } from 'vitest';
import { readArguments } from '../../sandbox/arguments.ts';
import { controlFaults } from '../../sandbox/faults/control.ts';
import { noFaults, parseFaults, passingKinds } from '../../sandbox/faults/faults.ts';
import { damageSessions, isDamaged } from '../../sandbox/faults/malformed.ts';
import { askedIn } from '../../sandbox/server/operations.ts';

const history = ['AcQuerySessionsHistory'];

describe('faults', () => {
  it('befall the request they are meant for, as often as told', () => {
    const control = controlFaults({
      ...noFaults,
      inject: [
        { kind: 'cut', operation: 'introspection', times: 2 },
        { kind: 'http-500', times: 1 },
      ],
    });
    expect(control.strike(history)?.kind).toBe('http-500');
    expect(control.strike(history)).toBeNull();
    expect(control.strike(['introspection'])?.kind).toBe('cut');
    expect(control.strike(['introspection'])?.kind).toBe('cut');
    expect(control.strike(['introspection'])).toBeNull();
  });

  it('befall each n-th request, by turns', () => {
    const control = controlFaults({ ...noFaults, everyNth: { n: 3, kind: 'rotating' } });
    const kinds = Array.from({ length: 30 }, () => control.strike(history)?.kind ?? null);
    expect(kinds.filter((_, index) => index % 3 !== 2).every((kind) => kind === null)).toBe(true);
    const struck = kinds.filter((kind) => kind !== null);
    expect(struck).toEqual([...passingKinds, passingKinds[0]]);
    control.set({ everyNth: { n: 1, kind: ['cut', 'redirect'] } });
    expect([1, 2, 3].map(() => control.strike([])?.kind)).toEqual(['cut', 'redirect', 'cut']);
    control.set({ everyNth: { n: 1, kind: 'truncated' } });
    expect(control.strike([])?.kind).toBe('truncated');
    control.set({ everyNth: null });
    expect(control.strike([])).toBeNull();
  });

  it('keep what a change does not name', () => {
    const control = controlFaults({ ...noFaults, pageCap: 7 });
    control.set({ slowMs: 3 });
    expect(control.current).toEqual({ ...noFaults, pageCap: 7, slowMs: 3 });
  });

  it.each([
    [{ pageCap: 0 }, /pageCap/],
    [{ nonsense: true }, /nonsense/],
    [{ inject: [{ kind: 'flood' }] }, /inject\.0\.kind/],
    [{ inject: [{ kind: 'failure', error: 'NoSuchError' }] }, /inject\.0\.error/],
    [{ everyNth: { n: 0, kind: 'cut' } }, /everyNth\.n/],
    [{ slowMs: 'long' }, /slowMs/],
    ['no object', /faults/],
  ])('are refused where they are %j', (input, message) => {
    expect(() => parseFaults(input)).toThrow(message);
  });
});

describe('damaging sessions', () => {
  const nodes = Array.from({ length: 24 }, (_, index) => ({
    value: { id: `s${index}`, name: 'n', sessionCreatedAt: 1, participants: [], state: 'x' },
  }));
  const body = JSON.stringify({ data: { a: { nodes }, b: null } });
  const shown = new Map([['a', nodes.map((_, index) => index)]]);

  it('spoils every third one and leaves the others as they are', () => {
    const spoilt = JSON.parse(damageSessions(body, shown, 3)) as {
      data: { a: { nodes: unknown[] } };
    };
    for (const [index, node] of spoilt.data.a.nodes.entries()) {
      if (isDamaged(index, 3)) expect(node).not.toEqual(nodes[index]);
      else expect(node).toEqual(nodes[index]);
    }
    expect(new Set(spoilt.data.a.nodes.map((node) => JSON.stringify(node))).size).toBe(24);
  });

  it('leaves those added by hand alone', () => {
    expect(isDamaged(-3, 3)).toBe(false);
    expect(isDamaged(2, null)).toBe(false);
  });
});

describe('what a request asks', () => {
  const asked = (query: unknown, operationName?: string) =>
    askedIn(JSON.stringify({ query, operationName }));

  it('is read off its root fields', () => {
    expect(asked('{ a: SiFindUserByMail b: SiFindUserByMail __typename }')).toEqual({
      operations: ['SiFindUserByMail', '__typename'],
      needsJwt: true,
    });
    expect(asked('{ __schema { types { name } } __type(name: "X") { name } }')).toEqual({
      operations: ['introspection'],
      needsJwt: false,
    });
    expect(
      asked('query A { SiRetrieveSignedJwt } query B { SiFindUserByMail }', 'B').needsJwt,
    ).toBe(true);
    expect(asked('{ SiRetrieveSignedJwt }').needsJwt).toBe(false);
  });

  it.each(['{', 7, null])('is nothing where it is %j', (query) => {
    expect(asked(query)).toEqual({ operations: [], needsJwt: false });
    expect(askedIn('no json').operations).toEqual([]);
  });
});

describe('the command line', () => {
  it('is read into options', () => {
    const line =
      '--sessions 50 --seed 3 --port 0 --zone Europe/Berlin --jwt-lifetime 60 --still --fault otherNames ' +
      '--fault pageCap=10 --fault http-500@introspection --fault cut --fault jwtRejected=once ' +
      '--fault everyNth={"n":10,"kind":"rotating"}';
    expect(readArguments(line.split(' '))).toEqual({
      sessions: 50,
      seed: 3,
      port: 0,
      zone: 'Europe/Berlin',
      jwtLifetimeMs: 60_000,
      live: false,
      faults: {
        otherNames: true,
        pageCap: 10,
        jwtRejected: 'once',
        everyNth: { n: 10, kind: 'rotating' },
        inject: [{ kind: 'http-500', operation: 'introspection' }, { kind: 'cut' }],
      },
    });
    expect(readArguments([])).toMatchObject({ live: true });
    expect(readArguments(['--help'])).toBeNull();
  });

  it.each([
    ['--sessions many', /--sessions wants/],
    ['--port 65536', /--port wants/],
    ['--jwt-lifetime 0', /--jwt-lifetime wants/],
    ['--zone Mars/Olympus', /--zone wants/],
    ['--fault earthquake', /there is no earthquake/],
    ['--fault pageCap=none', /--fault pageCap/],
    ['--fault toString', /there is no toString/],
    ['--colour', /--colour/],
  ])('is refused where it says %s', (line, message) => {
    expect(() => readArguments(line.split(' '))).toThrow(message);
  });
});
