/** What lists are made of, to keep them. */
export interface ListsContent {
  /** The numbers of all lists, one list after the other. */
  readonly numbers: Uint32Array;
  /** Where each list ends; it begins where the one before it ends. */
  readonly ends: Uint32Array;
}

/** Lists of numbers, held as two arrays: many short ones take a tenth of the room that arrays of their own would. */
export class Lists {
  size: number;
  #numbers: Uint32Array;
  #ends: Uint32Array;

  constructor({ numbers, ends }: ListsContent) {
    this.#numbers = numbers;
    this.#ends = ends;
    this.size = ends.length;
  }

  at(list: number): Uint32Array {
    return this.#numbers.subarray(this.#startOf(list), this.#ends[list]);
  }

  push(numbers: readonly number[]): void {
    const start = this.#startOf(this.size);
    const end = start + numbers.length;
    this.#numbers = withRoom(this.#numbers, end);
    this.#numbers.set(numbers, start);
    this.#ends = withRoom(this.#ends, this.size + 1);
    this.#ends[this.size++] = end;
  }

  /** Which lists have a marked number. @param isMarked asked of every number of every list until one is */
  having(isMarked: (number: number) => boolean): Uint8Array {
    const having = new Uint8Array(this.size);
    let at = 0;
    for (let list = 0; list < this.size; list++) {
      const end = this.#ends[list] as number;
      for (; at < end && having[list] === 0; at++)
        having[list] = Number(isMarked(this.#numbers[at] as number));
      at = end;
    }
    return having;
  }

  /** The lists of these numbers only, in their order. */
  copy(lists: Uint32Array): ListsContent {
    const parts = Array.from(lists, (list) => this.at(list));
    let end = 0;
    const ends = Uint32Array.from(parts, (part) => (end += part.length));
    const numbers = new Uint32Array(end);
    parts.forEach((part, place) => numbers.set(part, (ends[place] as number) - part.length));
    return { numbers, ends };
  }

  #startOf(list: number): number {
    return list === 0 ? 0 : (this.#ends[list - 1] as number);
  }
}

export const noLists: ListsContent = { numbers: new Uint32Array(0), ends: new Uint32Array(0) };

function withRoom(array: Uint32Array, length: number): Uint32Array {
  if (length <= array.length) return array;
  const bigger = new Uint32Array(Math.max(64, Math.ceil(length * 1.125)));
  bigger.set(array);
  return bigger;
}
