import * as v from 'valibot';
import { emailSchema } from '../../shared/clients/person.ts';
import type { SessionDetails } from '../../shared/history/details.ts';
import { humanise } from '../../shared/humanise.ts';
import type { useSessionWords } from '../composables/use-session-words.ts';
import type { Words } from '../composables/use-words.ts';
import { howBillable } from './billing-words.ts';
import type { DetailFormats } from './values.ts';

/** One thing known of a session. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What stands behind the words: the server's own id. */
  readonly raw?: string;
  /** An id, which is there to be copied. */
  readonly id?: boolean;
}

export interface Facts {
  readonly session: readonly Fact[];
  readonly time: readonly Fact[];
  readonly people: readonly Person[];
  readonly computer: readonly Fact[];
  readonly ids: readonly Fact[];
}

export interface Person {
  readonly name: string;
  /** Technician or guest. */
  readonly role: string;
  /** Who they are can be looked up by it; null where it is no e-mail address. */
  readonly email: string | null;
  readonly facts: readonly Fact[];
}

type SessionWords = ReturnType<typeof useSessionWords>;
type Loose = Omit<Fact, 'value'> & { readonly value: string | null | undefined };

/** Everything known of a session in words, but for its note and its changes. */
export function factsOf(
  details: SessionDetails,
  formats: DetailFormats,
  words: SessionWords,
  t: Words['t'],
): Facts {
  const { client, computer } = details;
  return {
    session: given([
      { name: t('details.client'), value: client ? clientOf(client, t) : t('session.noClient') },
      { name: t('details.type'), value: words.type(details.type), raw: details.type },
      { name: t('details.state'), value: words.state(details.state), raw: details.state },
      {
        name: t('details.invoice'),
        value: words.invoice(details.invoiceState),
        raw: details.invoiceState,
      },
      { name: t('details.updated'), value: formats.exact(details.updatedAt) },
    ]),
    time: timesOf(details, formats, t),
    people: details.participants.map(({ name, email, technician, fields }) => ({
      name: name || email || t('details.nobody'),
      role: t(technician ? 'details.technician' : 'details.guest'),
      email: v.is(emailSchema, email) ? email : null,
      facts: given([
        // Where nothing was discovered, what is known of a person stands in for it.
        { name: t('details.email'), value: fields.length === 0 ? email : null },
        ...fields.map((field) => ({ ...field, name: humanise(field.name), raw: field.name })),
      ]),
    })),
    computer: computer
      ? given([
          { name: t('details.displayName'), value: computer.displayName },
          { name: t('details.hostName'), value: computer.hostName },
          { name: t('details.user'), value: computer.userDisplayName },
          { name: t('details.mac'), value: computer.macAddress, id: true },
          { name: t('details.teamViewer'), value: computer.teamViewerId, id: true },
          { name: t('details.terms'), value: computer.termsName },
          {
            name: t('details.termsState'),
            value: words.terms(computer.termsState),
            raw: computer.termsState,
          },
        ])
      : [],
    ids: given([
      { name: t('details.sessionId'), value: details.id, id: true },
      { name: t('details.clientId'), value: client?.folderId, id: true },
      { name: t('details.computerId'), value: computer?.id, id: true },
      { name: t('details.companyId'), value: details.companyUuid, id: true },
    ]),
  };
}

function timesOf(details: SessionDetails, formats: DetailFormats, t: Words['t']): readonly Fact[] {
  const { startedAt, finishedAt, durationMs, measuredMs, customMs } = details;
  const ended = finishedAt !== null;
  const time = formats.duration(measuredMs);
  return given([
    { name: t('details.date'), value: formats.day(startedAt) },
    { name: t('details.span'), value: spanOf(startedAt, finishedAt, formats, t) },
    {
      name: t('details.measured'),
      value: !ended ? null : durationMs === null ? t('details.measuredDerived', { time }) : time,
    },
    {
      name: t('details.custom'),
      value: customMs === null ? t('details.customNone') : formats.duration(customMs),
    },
    { name: t('details.billable'), value: howBillable(details, formats, t) },
  ]);
}

/** `14:02:11–14:28:40 MEZ`; with dates where it ends on another day, both zones where they differ. */
function spanOf(start: number, end: number | null, formats: DetailFormats, t: Words['t']): string {
  const zone = formats.zone(start);
  if (end === null) return t('details.spanOpen', { from: formats.clock(start), zone });
  const apart = formats.day(start) !== formats.day(end);
  const at = apart ? formats.exact : formats.clock;
  const [from, to, toZone] = [at(start), at(end), formats.zone(end)];
  return apart || zone !== toZone
    ? t('details.spanApart', { from, fromZone: zone, to, toZone })
    : t('details.spanOf', { from, to, zone });
}

function clientOf(client: NonNullable<SessionDetails['client']>, t: Words['t']): string {
  const { number, isLocal } = client;
  const name = number ? t('details.clientWithNumber', { name: client.name, number }) : client.name;
  return isLocal ? t('rules.localClient', { name }) : name;
}

function given(facts: readonly Loose[]): readonly Fact[] {
  return facts.filter((fact): fact is Fact => Boolean(fact.value));
}
