import type { Dictionary } from '../dictionary.ts';
import { packText, unpackText, type Packed } from '../packing.ts';

/** Stands for the session's id in a link's form; a link that holds it itself is kept whole. */
const place = '\u0000';

export interface PackedLink {
  /** The link's form among the texts, where the link holds the session's id. */
  readonly form: number | null;
  /** The link itself, where it does not. */
  readonly link: Packed | null;
}

/**
 * Links to a session's comments differ in the session's id alone, so what is around it is kept once:
 * that is a quarter of the file.
 */
export function packLink(texts: Dictionary<string>, link: string | null, id: string): PackedLink {
  if (link === null) return { form: null, link: null };
  const at = id === '' || link.includes(place) ? -1 : link.indexOf(id);
  if (at < 0) return { form: null, link: packText(link) };
  return {
    form: texts.idOf(link.slice(0, at) + place + link.slice(at + id.length)),
    link: null,
  };
}

export function unpackLink(texts: Dictionary<string>, packed: PackedLink, id: string) {
  if (packed.form === null) return packed.link === null ? null : unpackText(packed.link);
  const [before = '', after = ''] = texts.valueOf(packed.form).split(place);
  return before + id + after;
}
