/** Entries whose texts are searched as one string: finding is fastest in long ones, building in short ones. */
const chunkSize = 2048;

interface Chunk {
  readonly joined: string;
  /** Where each entry ends; it begins where the one before it ends. */
  readonly ends: Uint32Array;
}

/** Which entries hold a text. */
export interface Hits {
  /** By entry: 1 where it holds the text. */
  readonly of: Uint8Array;
  readonly count: number;
}

/** The texts of the entries of a dictionary, folded, to find others in. Entries are only ever added. */
export interface Texts {
  /** @param text folded, not empty. */
  hits(text: string): Hits;
}

/**
 * @param size entries there are.
 * @param foldedOf gives an entry's texts, folded; asked once for each, when something is first looked for.
 */
export function createTexts(size: () => number, foldedOf: (id: number) => string): Texts {
  const chunks: Chunk[] = [];
  /** What does not fill a chunk yet. */
  let rest: string[] = [];
  let open: Chunk = chunkOf(rest);
  const catchUp = () => {
    const known = chunks.length * chunkSize + rest.length;
    if (known === size()) return;
    for (let id = known; id < size(); id++) {
      rest.push(foldedOf(id));
      if (rest.length < chunkSize) continue;
      chunks.push(chunkOf(rest));
      rest = [];
    }
    open = chunkOf(rest);
  };
  return {
    hits(text) {
      catchUp();
      const of = new Uint8Array(size());
      let count = 0;
      chunks.forEach((chunk, place) => (count += look(chunk, text, of, place * chunkSize)));
      count += look(open, text, of, chunks.length * chunkSize);
      return { of, count };
    },
  };
}

function chunkOf(texts: readonly string[]): Chunk {
  let end = 0;
  return { joined: texts.join(''), ends: Uint32Array.from(texts, (text) => (end += text.length)) };
}

/** Marks the entries of a chunk that hold a text. @returns how many do. */
function look({ joined, ends }: Chunk, text: string, of: Uint8Array, first: number): number {
  let count = 0;
  let entry = 0;
  let at = joined.indexOf(text);
  while (at >= 0) {
    while ((ends[entry] as number) <= at) entry++;
    const end = ends[entry] as number;
    // What reaches over the seam of two entries stands in neither of them.
    const isWithin = at + text.length <= end;
    if (isWithin) {
      of[first + entry] = 1;
      count++;
    }
    at = joined.indexOf(text, isWithin ? end : at + 1);
  }
  return count;
}
