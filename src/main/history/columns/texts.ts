/** Texts that are searched as one string: finding is fastest in long ones, building in short ones. */
const chunkSize = 2048;

/** What texts are made of, to keep them. */
export interface TextsContent {
  /** So many texts each, one after the other; the last may have fewer. */
  readonly joined: readonly string[];
  /** Where each text ends in its string; it begins where the one before it ends. */
  readonly ends: Uint32Array;
}

export const noTexts: TextsContent = { joined: [], ends: new Uint32Array(0) };

/** Which texts hold another. */
export interface Hits {
  /** By text: 1 where it does. */
  readonly of: Uint8Array;
  readonly count: number;
}

interface Chunk {
  readonly joined: string;
  readonly ends: Uint32Array;
}

/** Many texts, held as few strings: as many of their own would take three times the room. They are only ever added. */
export class Texts {
  readonly #chunks: Chunk[];
  /** What does not fill a chunk yet, and the same as one. */
  #rest: string[];
  #open: Chunk | null = null;

  constructor({ joined, ends }: TextsContent = noTexts) {
    const chunks = joined.map((each, place) => ({
      joined: each,
      ends: ends.subarray(place * chunkSize, (place + 1) * chunkSize),
    }));
    const last = chunks.at(-1);
    const isOpen = last !== undefined && last.ends.length < chunkSize;
    this.#chunks = isOpen ? chunks.slice(0, -1) : chunks;
    this.#rest = isOpen ? Array.from(last.ends, (_, place) => textIn(last, place)) : [];
  }

  get size(): number {
    return this.#chunks.length * chunkSize + this.#rest.length;
  }

  push(text: string): void {
    this.#rest.push(text);
    this.#open = null;
    if (this.#rest.length < chunkSize) return;
    this.#chunks.push(chunkOf(this.#rest));
    this.#rest = [];
  }

  at(place: number): string {
    const chunk = this.#chunks[Math.floor(place / chunkSize)];
    if (chunk === undefined) return this.#rest[place % chunkSize] ?? '';
    return textIn(chunk, place % chunkSize);
  }

  /** @param text not empty. */
  hits(text: string): Hits {
    const of = new Uint8Array(this.size);
    let count = 0;
    this.#all().forEach((chunk, place) => (count += look(chunk, text, of, place * chunkSize)));
    return { of, count };
  }

  content(): TextsContent {
    const chunks = this.#all();
    const ends = new Uint32Array(this.size);
    chunks.forEach((chunk, place) => ends.set(chunk.ends, place * chunkSize));
    return { joined: chunks.map(({ joined }) => joined), ends };
  }

  #all(): readonly Chunk[] {
    if (this.#rest.length === 0) return this.#chunks;
    this.#open ??= chunkOf(this.#rest);
    return [...this.#chunks, this.#open];
  }
}

function textIn({ joined, ends }: Chunk, place: number): string {
  return joined.slice(place === 0 ? 0 : ends[place - 1], ends[place]);
}

function chunkOf(texts: readonly string[]): Chunk {
  let end = 0;
  return { joined: texts.join(''), ends: Uint32Array.from(texts, (text) => (end += text.length)) };
}

/** Marks the texts of a chunk that hold another. @returns how many do. */
function look({ joined, ends }: Chunk, text: string, of: Uint8Array, first: number): number {
  let count = 0;
  let entry = 0;
  let at = joined.indexOf(text);
  while (at >= 0) {
    while ((ends[entry] as number) <= at) entry++;
    const end = ends[entry] as number;
    // What reaches over the seam of two stands in neither of them.
    const isWithin = at + text.length <= end;
    if (isWithin) {
      of[first + entry] = 1;
      count++;
    }
    at = joined.indexOf(text, isWithin ? end : at + 1);
  }
  return count;
}
