import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import type { JsonValue } from '../../shared/session.ts';
import { ApiError } from './api-error.ts';
import type { Answer } from './client.ts';
import { wellFormed } from './json.ts';
import type { ParticipantReader } from './participants.ts';
import { readNode } from './session-node.ts';
import type { MalformedSession, SessionsPage } from './types.ts';

/** Nodes read before others get their turn: some 3 ms of main's thread. */
const slice = 250;
/** What is kept of an unreadable session, as text. */
const longestRaw = 65_536;

const count = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
  v.safeInteger(),
  v.minValue(0),
);

const edgeSchema = v.object({
  AcQuerySessionsHistory: v.object({
    batchLoadingIsStillActive: v.boolean(),
    reportingActiveSince: v.pipe(count, v.maxValue(8.64e15)),
    totalCount: count,
    nodes: v.array(v.unknown()),
  }),
});

/**
 * Reads a page. What is wrong with one session sets that one aside; what is wrong with the page
 * rejects with `malformed-response`.
 */
export async function readPage(
  { data, holes }: Answer,
  reader: ParticipantReader | null,
  host: string,
): Promise<SessionsPage> {
  const result = v.safeParse(edgeSchema, data, { abortEarly: true });
  if (!result.success) {
    const where = v.getDotPath(result.issues[0]) ?? 'data';
    throw new ApiError({ code: 'malformed-response', host }, { detail: where });
  }
  const { nodes, ...edge } = result.output.AcQuerySessionsHistory;
  const holed = holedNodes(holes, nodes.length);
  if (!holed) throw new ApiError({ code: 'server-error', host }, { detail: 'field error' });

  const sessions: SessionsPage['sessions'][number][] = [];
  const malformed: MalformedSession[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index > 0 && index % slice === 0) await setImmediate();
    const read = readNode(node, reader);
    const hole = holed.get(index);
    if (hole !== undefined) malformed.push(aside(node, `${hole}: server error`));
    else if (read.ok) sessions.push(read.session);
    else malformed.push(aside(node, read.reason));
  }
  return {
    sessions,
    malformed,
    participantsUnread: reader === null,
    nodeCount: nodes.length,
    totalCount: edge.totalCount,
    endCursor: cursorOf(nodes.at(-1)),
    batchLoadingIsStillActive: edge.batchLoadingIsStillActive,
    reportingActiveSince: edge.reportingActiveSince,
  };
}

/**
 * The nodes in which the server could not fill a field, and which. What came is no whole session:
 * a null in it may stand for something.
 *
 * @returns null where a hole is outside the nodes, so that the page itself is not whole.
 */
function holedNodes(holes: Answer['holes'], length: number): Map<number, string> | null {
  const found = new Map<number, string>();
  for (const [root, list, index, ...rest] of holes) {
    const inNodes = root === 'AcQuerySessionsHistory' && list === 'nodes';
    if (!inNodes || typeof index !== 'number' || index >= length) return null;
    found.set(index, rest.filter((key) => typeof key === 'string').join('.'));
  }
  return found;
}

function aside(node: unknown, reason: string): MalformedSession {
  const value = fieldOf(node, 'value');
  const id = fieldOf(value, 'id');
  const readable = typeof id === 'string' && id !== '' && id.length <= 1_000;
  return { id: readable ? id.toWellFormed() : null, reason, raw: bounded(node) };
}

/** Of what is too large, its beginning as text. */
function bounded(node: unknown): JsonValue {
  const raw = wellFormed(node);
  const text = JSON.stringify(raw);
  return text.length <= longestRaw ? raw : `${text.slice(0, longestRaw).toWellFormed()}…`;
}

function cursorOf(node: unknown): string | null {
  const cursor = fieldOf(node, 'cursor');
  if (typeof cursor === 'number') return String(cursor);
  return typeof cursor === 'string' && cursor !== '' ? cursor : null;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
