import { ruleFor, type BillingRules } from '../../../shared/billing/rule.ts';
import { roundMs } from '../../../shared/billing/round.ts';
import type { ExportMark } from '../../../shared/exports/mark.ts';
import type { SessionExport } from '../../../shared/exports/session-export.ts';
import type { SessionDetails } from '../../../shared/history/details.ts';
import type { JsonValue, Participant } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { webLink } from '../../../shared/web-link.ts';
import { billableMs, measuredMs } from '../../../shared/worktime.ts';
import type { Revision } from '../store/entities/revisions.ts';
import type { SessionState } from '../store/entities/sessions.ts';
import { fieldChanges } from './field-changes.ts';

export interface DetailsSource {
  readonly held: SessionState;
  /** The oldest first. */
  readonly revisions: readonly Revision[];
  readonly note: string;
  readonly exported: ExportMark;
  /** The newest first. */
  readonly exports: readonly SessionExport[];
  readonly rules: BillingRules;
  /** IANA name of the zone the times are to be shown in. */
  readonly zone: string;
}

/** Everything known of one session. */
export function detailsOf({
  held,
  revisions,
  note,
  exported,
  exports,
  rules,
  zone,
}: DetailsSource): SessionDetails {
  const { session, vanishedAt } = held;
  const { client } = session;
  const rule = ruleFor(rules, client?.folderId ?? null);
  const technicians = techniciansOf(session);
  return {
    id: session.id,
    name: session.name,
    type: session.type,
    state: session.state,
    invoiceState: session.invoiceState,
    companyUuid: session.companyUuid,
    client,
    computer: session.computer,
    participants: session.participants.map((each) => ({
      name: each.name,
      email: each.email,
      technician: technicians.includes(each),
      fields: fieldsOf(each),
    })),
    startedAt: session.createdAt,
    finishedAt: session.finishedAt,
    updatedAt: session.lastUpdatedAt,
    zone,
    durationMs: session.durationMs,
    measuredMs: measuredMs(session),
    customMs: session.customDurationMs,
    billableMs: roundMs(billableMs(session), rule),
    rule,
    ruleIsClients: client !== null && Object.hasOwn(rules.clients, client.folderId),
    commentsLink: webLink(session.commentsLink),
    // A client that was given here is no change of the server's.
    changes: [...fieldChanges(revisions, client?.isLocal ? { ...session, client: null } : session)],
    vanishedAt,
    note,
    exported,
    exports: [...exports],
  };
}

function fieldsOf({ fields }: Participant): { name: string; value: string }[] {
  return Object.entries(fields).map(([name, value]) => ({ name, value: textOf(value) }));
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
