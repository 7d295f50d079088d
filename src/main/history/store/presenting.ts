import type { ExportMark } from '../../../shared/exports/mark.ts';
import type { HeldSession, MarkedSession } from './entities/sessions.ts';
import type { Standings } from './entities/standings.ts';
import type { LocalClients } from './local-clients.ts';

/** What a transaction did to the sessions held as present, told once it is on disk. */
export type Written =
  | { readonly kind: 'put'; readonly rows: readonly MarkedSession[] }
  | {
      readonly kind: 'marked';
      readonly pks: Iterable<number>;
      readonly exported: ExportMark;
    }
  | { readonly kind: 'removed'; readonly pks: readonly number[] }
  | { readonly kind: 'purged'; readonly before: number };

/** Rows as whoever searches is told of them: with the client that is theirs here, and how they stand to exports. */
export interface Presenting {
  each(rows: readonly HeldSession[]): readonly MarkedSession[];
  /** As {@link Presenting.each}, for many rows that come in their order. */
  inOrder(rows: readonly HeldSession[]): readonly MarkedSession[];
}

export function createPresenting(
  local: Pick<LocalClients, 'assign'>,
  standings: Standings,
): Presenting {
  const present = ({ pk, session }: HeldSession, exported: ExportMark): MarkedSession => ({
    pk,
    session: local.assign(session),
    exported,
  });
  return {
    each: (rows) => rows.map((row) => present(row, standings.of(row.pk))),
    inOrder(rows) {
      const marks = standings.within((rows[0]?.pk ?? 0) - 1, rows.at(-1)?.pk ?? 0);
      return rows.map((row) => present(row, marks.get(row.pk) ?? 'no'));
    },
  };
}
