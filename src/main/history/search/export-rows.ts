import { personLabelOf } from '../../../shared/history/person-key.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import type { Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { measuredMs } from '../../../shared/worktime.ts';

/** A session as it is exported. @param billableMs what is billed for it beside the others */
export function exportRowOf(session: Session, billableMs: number): ExportRow {
  const isRunning = session.finishedAt === null;
  return {
    id: session.id,
    startedAt: session.createdAt,
    finishedAt: session.finishedAt,
    clientNumber: session.client?.number ?? null,
    clientName: session.client?.name ?? null,
    computerName: session.computer?.displayName ?? null,
    technicians: techniciansOf(session)
      .map(personLabelOf)
      .filter((label) => label !== ''),
    type: session.type,
    name: session.name,
    measuredMs: isRunning ? null : measuredMs(session),
    customMs: isRunning ? null : session.customDurationMs,
    billableMs: isRunning ? null : billableMs,
    invoiceState: session.invoiceState,
    state: session.state,
    commentsLink: session.commentsLink,
    updatedAt: session.lastUpdatedAt,
    isProvisional: isRunning || (session.durationMs === null && session.customDurationMs === null),
  };
}
