import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codec } from '../../electron-host/codec.ts';

const roundTrip = (value: unknown): unknown => codec.decode(codec.encode(value));

describe('the codec of the wire', () => {
  test('is true to anything json-like, and to what json cannot say', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(roundTrip(value)).toStrictEqual(structuredClone(value));
      }),
      { numRuns: 300 },
    );
  });

  test('keeps identity, cycles and shared buffers', () => {
    const buffer = new ArrayBuffer(8);
    const shared = { views: [new Uint8Array(buffer, 2, 4), new DataView(buffer)] };
    const value = { first: shared, second: shared, map: new Map<string, unknown>() };
    value.map.set('self', value);
    const back = roundTrip(value) as typeof value;
    expect(back.first).toBe(back.second);
    expect(back.map.get('self')).toBe(back);
    const [bytes, view] = back.first.views;
    expect(bytes?.buffer).toBe(view?.buffer);
    expect(bytes).toMatchObject({ byteOffset: 2, length: 4 });
  });

  test('keeps an error’s class, words and cause', () => {
    const error = new TypeError('wrong', { cause: new Error('before') });
    const back = roundTrip(error) as Error;
    expect(back).toBeInstanceOf(TypeError);
    expect(back.message).toBe('wrong');
    expect(back.stack).toBe(error.stack);
    expect((back.cause as Error).message).toBe('before');
  });

  test('a key named __proto__ stays a key', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"admin": true}}');
    const back = roundTrip(hostile) as object;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(Object.keys(back)).toEqual(['__proto__']);
  });

  test('refuses what cannot be cloned, in Electron’s words', () => {
    const refused = [
      () => 1,
      Symbol('one'),
      new Proxy({}, {}),
      { list: [new Proxy([], {})] },
      Promise.resolve(),
      new WeakMap(),
      new Blob(['x']),
    ];
    for (const value of refused) {
      expect(() => codec.encode(value)).toThrow(/^An object could not be cloned\.$/);
    }
  });
});
