import type { ExportMark } from '../../../../../../src/shared/exports/mark.ts';
import type { Session } from '../../../../../../src/shared/session.ts';

// Beside the sessions, which know nothing of exports.
const marks = new WeakMap<Session, ExportMark>();

export function markOf(session: Session): ExportMark {
  return marks.get(session) ?? 'no';
}

/** The session as another one, which stands so to exports. */
export function marked(session: Session, mark: ExportMark): Session {
  const other = { ...session };
  marks.set(other, mark);
  return other;
}
