import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../sandbox/data/book.ts';
import { SelectionError } from '../../sandbox/query/filter.ts';
import type { Order } from '../../sandbox/query/order.ts';
import { buildSelect, type Selection } from '../../sandbox/query/select.ts';
import type { RawSession } from '../../sandbox/types.ts';
import { bookOf, monday, samples } from './support.ts';

const book = bookOf();
const all = newest(samples(book));

async function ids(selection: Selection, of: Book = book): Promise<string[]> {
  return listOf(of, await buildSelect(of)(selection)).map(({ id }) => id);
}

function listOf(of: Book, order: Order): RawSession[] {
  return Array.from({ length: order.length }, (_, position) => of.read(order.at(position)));
}

/** The naive version of the usual order: no two samples of this book begin in one instant. */
function newest(sessions: readonly RawSession[]): RawSession[] {
  return [...sessions].sort((a, b) => b.sessionCreatedAt - a.sessionCreatedAt);
}

function idsWhere(keep: (session: RawSession) => boolean): string[] {
  return all.filter(keep).map(({ id }) => id);
}

describe('the filter', () => {
  const cases: readonly [string, (session: RawSession) => boolean][] = [
    ['invoiceState == "Open"', (s) => s.invoiceState === 'Open'],
    ['clientCompany.clientId == "00018"', (s) => s.clientCompany?.clientId === '00018'],
    ['clientCompany.clientId != "00018"', (s) => s.clientCompany?.clientId !== '00018'],
    ['duration > 1800000', (s) => (s.duration ?? 0) > 1_800_000],
    ['customDuration >= 0 and duration < 60000000', (s) => s.customDuration !== null],
    ['name ~= "^#\\\\d+ "', (s) => /^#\d+ /.test(s.name)],
    ['type in ("RemoteAccessSession", "RemoteOfficeSession")', (s) => s.type.startsWith('Remote')],
    ['type not in ("RemoteAccessSession")', (s) => s.type !== 'RemoteAccessSession'],
    ['not exists(clientCompany)', (s) => s.clientCompany === null],
    [
      'participants.email == "mai.nguyen@elbmarsch-it.example"',
      (s) => s.participants.some(({ email }) => email?.startsWith('mai.') ?? false),
    ],
    [
      'target.computerDisplayName ~= "Laptop" or state == "Running"',
      (s) => s.state === 'Running' || (s.target?.computerDisplayName ?? '').includes('Laptop'),
    ],
    [
      `sessionCreatedAt >= ${monday - 864e5} and sessionCreatedAt <= ${monday}`,
      (s) => s.sessionCreatedAt >= monday - 864e5,
    ],
  ];

  it.each(cases)('%s', async (input, keep) => {
    const expected = idsWhere(keep);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect(await ids({ filter: input })).toEqual(expected);
  });

  it('takes escaped quotes and backslashes as they are meant', async () => {
    const own = bookOf();
    own.add({ id: 'quoted', name: 'say "\\o/" twice' });
    expect(await ids({ filter: 'name == "say \\"\\\\o/\\" twice"' }, own)).toEqual(['quoted']);
  });

  it.each([
    ['name ==', 'FilterInvalid'],
    ['nonsense == 1', 'FilterInvalid'],
    ['clientCompany.nonsense == "x"', 'FilterInvalid'],
    ['__proto__ == "x"', 'FilterInvalid'],
    ['constructor.constructor == "x"', 'FilterInvalid'],
    ['duration', 'FilterInvalid'],
    ['name > 5', 'FilterInvalid'],
    ['name ~= "("', 'FilterInvalid'],
    ['nope(name)', 'FilterInvalid'],
  ])('refuses %s', async (filter, errorId) => {
    const refused = ids({ filter });
    await expect(refused).rejects.toBeInstanceOf(SelectionError);
    await expect(refused).rejects.toMatchObject({ errorId });
  });
});

describe('the search', () => {
  it.each(['müller', 'MÜLLER druck', '00018', 'aylin', 'srv-', '@elbmarsch-it.example', '  '])(
    'finds "%s" as a plain look would',
    async (input) => {
      const words = input.toLowerCase().split(' ').filter(Boolean);
      const expected = idsWhere((s) => {
        const { clientCompany, target, participants } = s;
        const texts = [
          ...[s.name, clientCompany?.companyFolderDisplayName, clientCompany?.clientId],
          ...[
            target?.computerDisplayName,
            target?.computerHostName,
            target?.computerUserDisplayName,
          ],
          ...participants.flatMap(({ name, email }) => [name, email]),
        ];
        return words.every((word) => texts.some((text) => text?.toLowerCase().includes(word)));
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(await ids({ search: input })).toEqual(expected);
    },
  );

  it('finds nothing where there is nothing', async () => {
    expect(await ids({ search: 'zzzzzz' })).toEqual([]);
  });
});

describe('the sort', () => {
  const sorted = async (sort: Selection['sort']): Promise<RawSession[]> =>
    listOf(book, await buildSelect(book)({ sort }));
  const cut = (text: string, size: number): string => text.toLowerCase().slice(0, size);

  it.each([3, 15, 200])('is only as exact as %i characters', async (hashSize) => {
    const got = await sorted([{ path: 'name', direction: 'Asc', hashSize }]);
    const expected = [...all].sort((a, b) => {
      const [one, two] = [cut(a.name, hashSize), cut(b.name, hashSize)];
      return one === two ? 0 : one < two ? -1 : 1;
    });
    expect(got.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('takes 15 characters where it is not told', async () => {
    const by = { path: 'clientCompany.companyFolderDisplayName', direction: 'Asc' };
    const untold = await sorted([by]);
    expect(untold).toEqual(await sorted([{ ...by, hashSize: 15 }]));
    expect(untold).not.toEqual(await sorted([{ ...by, hashSize: 200 }]));
  });

  it('sorts numbers as numbers, both ways', async () => {
    const up = await sorted([{ path: 'lastUpdatedAt', direction: 'Asc' }]);
    const times = up.map(({ lastUpdatedAt }) => lastUpdatedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const down = await sorted([{ path: 'lastUpdatedAt', direction: 'Desc' }]);
    expect(down.map(({ lastUpdatedAt }) => lastUpdatedAt)).toEqual(times.reverse());
  });

  it('goes by a list of values where it gets one, then by the next thing', async () => {
    const mapToIndex = ['Open', 'NotRequired', 'Invoiced'];
    const got = await sorted([
      { path: 'invoiceState', direction: 'Asc', mapToIndex },
      { path: 'clientCompany.companyFolderDisplayName', direction: 'Desc', hashSize: 60 },
    ]);
    const places = got.map(({ invoiceState }) => mapToIndex.indexOf(invoiceState));
    expect(places).toEqual([...places].sort());
    const open = got.filter(({ invoiceState }) => invoiceState === 'Open');
    const names = open.flatMap(
      (s) => s.clientCompany?.companyFolderDisplayName.toLowerCase() ?? [],
    );
    expect(names).toEqual([...names].sort().reverse());
  });

  it.each([
    { path: 'nonsense', direction: 'Asc' },
    { path: 'name', direction: 'Asc', hashSize: 0 },
  ])('refuses %j', async (sort) => {
    await expect(sorted([sort])).rejects.toMatchObject({ errorId: 'SortPathInvalid' });
  });
});

describe('the time frame', () => {
  const times = all.map(({ sessionCreatedAt }) => sessionCreatedAt);

  it('has both its bounds in it', async () => {
    const [endDate = 0, startDate = 0] = [times[10], times[20]];
    expect(await ids({ timeFrame: { startDate, endDate } })).toHaveLength(11);
    expect(
      await ids({ timeFrame: { startDate: startDate + 1, endDate: endDate - 1 } }),
    ).toHaveLength(9);
    expect(await ids({ timeFrame: { startDate } })).toHaveLength(21);
    expect(await ids({ timeFrame: { endDate } })).toHaveLength(390);
    expect(await ids({ timeFrame: { startDate: endDate, endDate: startDate } })).toEqual([]);
    expect(await ids({ timeFrame: { startDate: null, endDate: null } })).toHaveLength(400);
  });

  it('holds what a plain look finds, whatever was added, changed and removed', async () => {
    const own = bookOf({ sessions: 60 });
    const kept = new Map(samples(own).map((session) => [session.id, session]));
    const at = fc.integer({ min: monday - 40 * 864e5, max: monday });
    const step = fc.record({
      kind: fc.constantFrom('add', 'remove', 'move', 'rename'),
      at,
      which: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), at, at, async (steps, from, to) => {
        for (const { kind, at: time, which } of steps) {
          const id = [...kept.keys()][which % Math.max(1, kept.size)];
          if (kind === 'add' || id === undefined) {
            const added = own.add({ sessionCreatedAt: time });
            kept.set(added.id, added);
          } else if (kind === 'remove') {
            own.remove(id);
            kept.delete(id);
          } else {
            const patch = kind === 'move' ? { sessionCreatedAt: time } : { name: `n${which}` };
            kept.set(id, own.update(id, patch));
          }
        }
        const [startDate, endDate] = [Math.min(from, to), Math.max(from, to)];
        const within = (s: RawSession): boolean =>
          s.sessionCreatedAt >= startDate && s.sessionCreatedAt <= endDate;
        const order = await buildSelect(own)({ timeFrame: { startDate, endDate } });
        const got = listOf(own, order);
        expect(new Map(got.map((s) => [s.id, s]))).toEqual(
          new Map([...kept].filter(([, s]) => within(s))),
        );
        const created = got.map(({ sessionCreatedAt }) => sessionCreatedAt);
        expect(created).toEqual([...created].sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });
});

it('finds all of it at once: filter, search, sort and frame', async () => {
  const [endDate, startDate] = [monday, monday - 90 * 864e5];
  const expected = idsWhere(
    (s) =>
      s.sessionCreatedAt >= startDate &&
      s.type === 'RemoteAccessSession' &&
      s.name.toLowerCase().includes('e'),
  );
  const got = await ids({
    filter: 'type == "RemoteAccessSession"',
    search: 'e',
    sort: [{ path: 'sessionCreatedAt', direction: 'Asc' }],
    timeFrame: { startDate, endDate },
  });
  expect(got.length).toBeGreaterThan(0);
  expect(new Set(got).size).toBe(got.length);
  expect(expected.filter((id) => !got.includes(id))).toEqual([]);
});
