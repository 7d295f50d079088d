import { exportMarkWords, type ExportMark } from '../../../shared/exports/mark.ts';
import { fold } from '../../../shared/history/fold.ts';
import { openSetWords } from '../../../shared/open-sets.ts';
import type { Hits } from './texts.ts';

/** What a session is in each of the open sets, and how it stands to exports: few combinations ever occur. */
export type Kind = readonly [
  type: string,
  state: string,
  invoiceState: string,
  exported: ExportMark,
];

type OpenKind = 'type' | 'state' | 'invoice';
export type KindSet = OpenKind | 'exported';

export const placeInKind = { type: 0, state: 1, invoice: 2, exported: 3 } as const;

/** Which kinds are in a set by an id that can be called so. @param text folded. */
export function kindsWith(kinds: readonly Kind[], set: OpenKind, text: string): Hits {
  const of = Uint8Array.from(kinds, (kind) => {
    const id = kind[placeInKind[set]];
    return Number([id, ...openSetWords(set, id)].some((word) => fold(word).includes(text)));
  });
  return { of, count: of.reduce((sum, hit) => sum + hit, 0) };
}

/** Which kinds have a mark with a word that begins so. @param text folded. */
export function kindsMarked(kinds: readonly Kind[], text: string): Hits {
  const of = Uint8Array.from(kinds, ([, , , exported]) =>
    Number(exportMarkWords[exported].some((word) => fold(word).startsWith(text))),
  );
  return { of, count: of.reduce((sum, hit) => sum + hit, 0) };
}
