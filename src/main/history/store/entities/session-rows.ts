import type { Session, SessionClient } from '../../../../shared/session.ts';
import type { Dictionary } from '../dictionary.ts';
import { packId, packText, unpackId, unpackText, type Packed } from '../packing.ts';
import type { Machine } from './computers.ts';
import { packLink, unpackLink } from './links.ts';
import { packPeople, unpackPeople, type Person } from './people.ts';

export interface Dictionaries {
  readonly texts: Dictionary<string>;
  readonly clients: Dictionary<SessionClient>;
  readonly computers: Dictionary<Machine>;
  readonly people: Dictionary<Person>;
}

/** Everything of a row that the server decides, in the order of {@link Rows.toRow}. */
export const columns = [
  'id',
  'created_at',
  'finished_at',
  'updated_at',
  'duration',
  'custom_duration',
  'type',
  'state',
  'invoice_state',
  'company',
  'client',
  'computer',
  'computer_user',
  'terms_name',
  'terms_state',
  'people',
  'link_form',
  'link',
  'name',
] as const;

export interface SessionRow {
  readonly id: Packed;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly updated_at: number;
  readonly duration: number | null;
  readonly custom_duration: number | null;
  readonly type: number;
  readonly state: number;
  readonly invoice_state: number;
  readonly company: number;
  readonly client: number | null;
  readonly computer: number | null;
  readonly computer_user: number | null;
  readonly terms_name: number | null;
  readonly terms_state: number | null;
  readonly people: string | null;
  readonly link_form: number | null;
  readonly link: Packed | null;
  readonly name: Packed;
}

export interface Rows {
  readonly toRow: (session: Session) => readonly (Packed | number | null)[];
  readonly toSession: (row: SessionRow) => Session;
}

/** Sessions to rows and back, exactly. */
export function createRows({ texts, clients, computers, people }: Dictionaries): Rows {
  const idOf = (text: string | null | undefined): number | null =>
    typeof text === 'string' ? texts.idOf(text) : null;
  const textOf = (id: number | null): string | null => (id === null ? null : texts.valueOf(id));
  return {
    toRow(session) {
      const { client, computer } = session;
      const { form, link } = packLink(texts, session.commentsLink, session.id);
      return [
        packId(session.id),
        session.createdAt,
        session.finishedAt,
        session.lastUpdatedAt,
        session.durationMs,
        session.customDurationMs,
        texts.idOf(session.type),
        texts.idOf(session.state),
        texts.idOf(session.invoiceState),
        texts.idOf(session.companyUuid),
        client && clients.idOf(client),
        computer && computers.idOf(computer),
        idOf(computer?.userDisplayName),
        idOf(computer?.termsName),
        idOf(computer?.termsState),
        packPeople(people, session.participants),
        form,
        link,
        packText(session.name),
      ];
    },
    toSession(row) {
      const id = unpackId(row.id);
      return {
        id,
        name: unpackText(row.name),
        type: texts.valueOf(row.type),
        state: texts.valueOf(row.state),
        invoiceState: texts.valueOf(row.invoice_state),
        client: row.client === null ? null : clients.valueOf(row.client),
        computer:
          row.computer === null
            ? null
            : {
                ...computers.valueOf(row.computer),
                userDisplayName: textOf(row.computer_user),
                termsName: textOf(row.terms_name),
                termsState: textOf(row.terms_state) ?? '',
              },
        participants: unpackPeople(people, row.people),
        durationMs: row.duration,
        customDurationMs: row.custom_duration,
        commentsLink: unpackLink(texts, { form: row.link_form, link: row.link }, id),
        createdAt: row.created_at,
        finishedAt: row.finished_at,
        lastUpdatedAt: row.updated_at,
        companyUuid: texts.valueOf(row.company),
      };
    },
  };
}
