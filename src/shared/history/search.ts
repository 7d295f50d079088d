import type { Remark } from './result.ts';

/** Where a term is looked for; `any` is every text of a session. */
export type SearchField =
  'any' | 'client' | 'computer' | 'technician' | 'type' | 'state' | 'invoice' | 'exported';

/** A text that must (or, negated, must not) stand somewhere within one of the field's texts. */
export interface SearchTerm {
  /** Folded (see `fold.ts`), never empty. */
  readonly text: string;
  readonly field: SearchField;
  readonly negated: boolean;
}

/** What was typed, understood. All terms have to hold together. */
export interface ParsedSearch {
  readonly terms: readonly SearchTerm[];
  /** The first and last calendar day a session may have begun on; null where not said. */
  readonly from: string | null;
  readonly to: string | null;
  /** The least measured time, ms; null where not said. */
  readonly minMs: number | null;
  readonly remarks: readonly Remark[];
  /** Texts to highlight, as typed. */
  readonly highlights: readonly string[];
}

/** No search has more terms than this; further ones are left out, with a remark. */
export const mostTerms = 24;
