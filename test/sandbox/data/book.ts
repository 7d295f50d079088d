import type { RawSession } from '../types.ts';
import { indexOfSession, makeSession, sessionId, type Source } from './session.ts';

/**
 * Which session is meant: 0 and up are the sample data's indexes, below that those added by hand
 * (-1 is the first of these).
 */
export type Handle = number;

/** Every session there is, made on demand, with what was changed, removed and added since. */
export interface Book {
  /** Sample sessions begun by now, removed ones included; their handles are 0 to one less. */
  visible(): number;
  /** Handles of sessions added by hand, and sample handles that are no longer there. */
  readonly added: ReadonlySet<Handle>;
  readonly removed: ReadonlySet<Handle>;
  createdAt(handle: Handle): number;
  read(handle: Handle): RawSession;
  idOf(handle: Handle): string;
  find(id: string): Handle | null;
  update(id: string, patch: Partial<RawSession>): RawSession;
  remove(id: string): void;
  add(session: Partial<RawSession>): RawSession;
  /** Grows whenever an answer might change: by a change of the data or of live time. */
  version(): string;
  /** Sessions made so far. */
  readonly generated: number;
}

export interface BookOptions {
  readonly source: Source;
  /** What "now" is for the data, UTC ms: it stands still unless the sandbox is live. */
  readonly now: () => number;
  /** What befalls every session on its way out. */
  readonly altered: (session: RawSession, handle: Handle) => RawSession;
  /** Part of the version: names the alteration in force. */
  readonly alteration: () => string;
  /** The server's clock, UTC ms: what `lastUpdatedAt` of a change is. */
  readonly clock: () => number;
}

export function openBook({ source, now, altered, alteration, clock }: BookOptions): Book {
  const { seed, timeline } = source;
  const patches = new Map<Handle, Partial<RawSession>>();
  const extra = new Map<Handle, RawSession>();
  const handles = new Map<string, Handle>();
  const added = new Set<Handle>();
  const removed = new Set<Handle>();
  let generated = 0;
  let changes = 0;

  const fromSample = (handle: Handle): RawSession => {
    generated += 1;
    const session = altered(makeSession(source, handle, now()), handle);
    const patch = patches.get(handle);
    return patch ? { ...session, ...patch } : session;
  };
  const read = (handle: Handle): RawSession => extra.get(handle) ?? fromSample(handle);
  const keep = (session: RawSession): RawSession => {
    const handle = -1 - extra.size;
    extra.set(handle, session);
    handles.set(session.id, handle);
    added.add(handle);
    return session;
  };
  const isThere = (handle: Handle): boolean =>
    handle < 0 ? added.has(handle) : handle < timeline.visible(now()) && !removed.has(handle);
  const find = (id: string): Handle | null => {
    const handle = handles.get(id) ?? indexOfSession(seed, id);
    return handle !== null && isThere(handle) ? handle : null;
  };
  const need = (id: string): Handle => {
    const handle = find(id);
    if (handle === null) throw new Error(`There is no session with the id ${id}.`);
    return handle;
  };
  const drop = (handle: Handle): void => {
    if (handle < 0) added.delete(handle);
    else removed.add(handle);
  };

  return {
    visible: () => timeline.visible(now()),
    added,
    removed,
    createdAt: (handle) => extra.get(handle)?.sessionCreatedAt ?? timeline.createdAt(handle),
    read,
    idOf: (handle) => extra.get(handle)?.id ?? sessionId(seed, handle),
    find,
    update: (id, patch) => {
      changes += 1;
      const handle = need(id);
      const before = read(handle);
      const lastUpdatedAt = Math.max(clock(), before.lastUpdatedAt + 1);
      const after = { ...before, lastUpdatedAt, ...patch, id };
      if (after.sessionCreatedAt !== before.sessionCreatedAt) {
        drop(handle);
        return keep(after);
      }
      if (handle < 0) extra.set(handle, after);
      else patches.set(handle, { ...patches.get(handle), lastUpdatedAt, ...patch, id });
      return after;
    },
    remove: (id) => {
      changes += 1;
      drop(need(id));
    },
    add: (partial) => {
      changes += 1;
      if (partial.id !== undefined && find(partial.id) !== null) {
        throw new Error(`There is a session with the id ${partial.id} already.`);
      }
      return keep(newSession(source, extra.size, clock(), partial));
    },
    version: () => `${changes}:${timeline.visible(now())}:${now()}:${alteration()}`,
    get generated() {
      return generated;
    },
  };
}

/** A session added by hand: one that began and ended just now, but for what is told otherwise. */
function newSession(
  source: Source,
  nth: number,
  clock: number,
  partial: Partial<RawSession>,
): RawSession {
  const id = partial.id ?? sessionId(source.seed ^ 0xadd, nth);
  const createdAt = partial.sessionCreatedAt ?? clock - 600_000;
  const finishedAt =
    partial.sessionFinishedAt === undefined ? createdAt + 600_000 : partial.sessionFinishedAt;
  const [own] = source.company.team;
  const { name, email, userId, companyUuid } = own;
  return {
    clientCompany: null,
    commentsLink: null,
    customDuration: null,
    duration: finishedAt === null ? null : finishedAt - createdAt,
    invoiceState: 'Open',
    lastUpdatedAt: finishedAt ?? createdAt,
    name: 'Nachgetragene Sitzung',
    participants: [
      {
        name,
        email,
        userId,
        companyUuid,
        role: 'Supporter',
        joinedAt: createdAt,
        leftAt: finishedAt,
      },
    ],
    sessionCompanyUuid: source.company.customerUuid,
    state: finishedAt === null ? 'Running' : 'Finished',
    target: null,
    type: 'AdHocSessionForSupporter',
    ...partial,
    id,
    sessionCreatedAt: createdAt,
    sessionFinishedAt: finishedAt,
  };
}
