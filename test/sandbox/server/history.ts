import type { Book } from '../data/book.ts';
import { hash } from '../data/random.ts';
import type { Faults } from '../faults/faults.ts';
import { cursorOf, positionBehind } from '../query/cursor.ts';
import type { Order, TimeFrame } from '../query/order.ts';
import type { Selection } from '../query/select.ts';
import type { Sort } from '../query/sort.ts';
import type { RawSession } from '../types.ts';
import { failure } from './failure.ts';
import { otherwiseNamed } from './people.ts';
import type { World } from './world.ts';

export interface HistoryArguments {
  readonly company: string;
  readonly filter?: { readonly input: string } | null;
  readonly search?: { readonly input: string } | null;
  readonly sort?: readonly Sort[] | null;
  readonly timeFrame?: TimeFrame | null;
  readonly pagination?: Readonly<Record<string, unknown>> | null;
}

export function selectionOf(args: HistoryArguments): Selection {
  const { filter, search, sort, timeFrame } = args;
  return { filter: filter?.input, search: search?.input, sort, timeFrame };
}

/** Where a page begins and how long it may be, under whatever names the schema in use has. */
export interface Page {
  readonly after: string | null;
  readonly skip: number;
  readonly most: number;
}

export function readPage(pagination: HistoryArguments['pagination'], faults: Faults): Page {
  const given = pagination ?? {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const size = given['first'] ?? given['limit'] ?? given['size'];
  const asked = typeof size === 'number' ? Math.max(0, size) : Infinity;
  const most = Math.min(asked, faults.pageCap ?? Infinity);
  const number = typeof given['page'] === 'number' ? Math.max(0, given['page']) : 0;
  return {
    after: text(given['after'] ?? given['behind']),
    skip: number > 0 && Number.isFinite(most) ? number * most : 0,
    most,
  };
}

/**
 * A `SessionProtocolEdge`. While half loaded it lacks a share of the sessions and does not count
 * them either, as a server that has not got them yet would do (the sandbox's own choice).
 */
export async function sessionsPage(
  world: World,
  args: HistoryArguments,
  page: Page,
  showed: (indexes: readonly number[]) => void,
): Promise<object> {
  const { book, faults } = world;
  const share = faults.takeHalfLoaded();
  const withhold = share === null ? undefined : (id: string) => isWithheld(id, share);
  const order = await world.select(selectionOf(args), withhold);
  const sorted = (args.sort?.length ?? 0) > 0;
  const begin = page.after === null ? page.skip : positionBehind(book, order, sorted, page.after);
  if (begin === null) return failure('CursorInvalid', null, 'this is no cursor of this server');
  const positions = range(begin, Math.min(order.length, begin + page.most));
  showed(positions.map((position) => order.at(position)));
  const { otherNames } = faults.current;
  return {
    __typename: 'SessionProtocolEdge',
    batchLoadingIsStillActive: share !== null,
    nodes: positions.map((position) => nodeOf(book, order, position, otherNames)),
    reportingActiveSince: world.beginning,
    totalCount: order.length,
  };
}

function nodeOf(book: Book, order: Order, index: number, otherNames: boolean): object {
  const session = book.read(order.at(index));
  return {
    cursor: cursorOf(book, order, index),
    index,
    value: otherNames ? renamed(session) : session,
  };
}

function renamed(session: RawSession): object {
  return { ...session, participants: session.participants.map(otherwiseNamed) };
}

function isWithheld(id: string, share: number): boolean {
  return hash(parseInt(id.slice(0, 8), 16), 0xa1f) / 0x1_0000_0000 < share;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
