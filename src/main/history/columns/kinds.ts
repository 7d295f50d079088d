import { fold } from '../../../shared/history/fold.ts';
import { openSetWords } from '../../../shared/open-sets.ts';
import type { Hits } from './texts.ts';

/** What a session is in each of the open sets, together: few of their combinations ever occur. */
export type Kind = readonly [type: string, state: string, invoiceState: string];

export type KindSet = 'type' | 'state' | 'invoice';

export const placeInKind: Readonly<Record<KindSet, 0 | 1 | 2>> = { type: 0, state: 1, invoice: 2 };

/** Which kinds are in a set by an id that can be called so. @param text folded. */
export function kindsWith(kinds: readonly Kind[], set: KindSet, text: string): Hits {
  const of = Uint8Array.from(kinds, (kind) => {
    const id = kind[placeInKind[set]];
    return Number([id, ...openSetWords(set, id)].some((word) => fold(word).includes(text)));
  });
  return { of, count: of.reduce((sum, hit) => sum + hit, 0) };
}
