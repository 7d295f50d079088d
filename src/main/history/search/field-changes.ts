import type { FieldChange } from '../../../shared/history/details.ts';
import { personLabelOf } from '../../../shared/history/person-key.ts';
import type { Session } from '../../../shared/session.ts';
import type { Revision } from '../store/entities/revisions.ts';

/** Undefined where it was not asked for or not told. */
type Value = FieldChange['before'] | undefined;

/** Every field a change is told of. When the server touched a session says nothing by itself. */
const fields: readonly (readonly [name: string, read: (session: Session) => Value])[] = [
  ['name', (s) => s.name],
  ['type', (s) => s.type],
  ['state', (s) => s.state],
  ['invoiceState', (s) => s.invoiceState],
  ['client.name', (s) => s.client?.name ?? null],
  ['client.number', (s) => s.client?.number ?? null],
  ['client.folderId', (s) => s.client?.folderId ?? null],
  ['computer.displayName', (s) => s.computer?.displayName ?? null],
  ['computer.hostName', (s) => s.computer?.hostName ?? null],
  ['computer.userDisplayName', (s) => s.computer?.userDisplayName ?? null],
  ['computer.termsName', (s) => s.computer?.termsName ?? null],
  ['computer.termsState', (s) => s.computer?.termsState ?? null],
  ['computer.macAddress', (s) => s.computer?.macAddress],
  ['computer.teamViewerId', (s) => s.computer?.teamViewerId],
  ['computer.id', (s) => s.computer?.id ?? null],
  ['participants', (s) => labelsOf(s) || undefined],
  ['createdAt', (s) => s.createdAt],
  ['finishedAt', (s) => s.finishedAt],
  ['durationMs', (s) => s.durationMs],
  ['customDurationMs', (s) => s.customDurationMs],
  ['commentsLink', (s) => s.commentsLink],
  ['companyUuid', (s) => s.companyUuid],
];

/**
 * What changed from each revision to the one after it, and from the last to what is held now.
 *
 * @param revisions the oldest first.
 * @returns the newest change first.
 */
export function fieldChanges(
  revisions: readonly Revision[],
  current: Session,
): readonly FieldChange[] {
  return revisions
    .map(({ noticedAt, session }, index) => {
      const next = revisions[index + 1]?.session ?? current;
      return fields.flatMap(([field, read]) => {
        const [before, after] = [read(session), read(next)];
        if (before === undefined || after === undefined || Object.is(before, after)) return [];
        return [{ noticedAt, field, before, after }];
      });
    })
    .reverse()
    .flat();
}

function labelsOf({ participants }: Session): string {
  return participants.map((each) => personLabelOf(each) || '?').join(', ');
}
