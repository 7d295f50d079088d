/** A session as it is exported. Times are UTC ms, durations ms; null durations are of sessions that still run. */
export interface ExportRow {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Keeps leading zeros. */
  readonly clientNumber: string | null;
  readonly clientName: string | null;
  readonly computerName: string | null;
  readonly technicians: readonly string[];
  readonly type: string;
  readonly name: string;
  readonly measuredMs: number | null;
  /** As set in the web app; null where it was not. */
  readonly customMs: number | null;
  /** After rounding. Over all rows of an export it adds up to what is billed. */
  readonly billableMs: number | null;
  readonly invoiceState: string;
  readonly state: string;
  readonly commentsLink: string | null;
  readonly updatedAt: number;
  /** It still runs, or the server has not told its duration yet. */
  readonly isProvisional: boolean;
}
