import type { RoundingRule } from '../../../shared/billing/rule.ts';
import type { PeriodDays } from '../../../shared/history/period.ts';

/** The own company, as it stands at the head of a letter. */
export interface Letterhead {
  readonly name: string;
  /** Street, postal code and town, and so on. */
  readonly address: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly vatId: string | null;
  /** A `data:` URL; null where none is held. */
  readonly picture: string | null;
}

/** Whom a service record is for. */
export interface RecordClient {
  readonly name: string;
  /** Keeps leading zeros. */
  readonly number: string | null;
}

/** What a service record says besides its rows. */
export interface RecordFrame {
  /** Null where the own company's imprint is not known. */
  readonly letterhead: Letterhead | null;
  /** Null for sessions without a client. */
  readonly client: RecordClient | null;
  /** The days that were asked for; a side that was left open is told by the rows. */
  readonly period: PeriodDays;
  /** The rule that made billable time of the measured. */
  readonly rule: RoundingRule;
  /** What the document is known by: letters, digits and hyphens. */
  readonly documentId: string;
  /** When its values were read, UTC ms. */
  readonly asOf: number;
  /** The server was still loading sessions then. */
  readonly serverStillLoading: boolean;
}
