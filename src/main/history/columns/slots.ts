/** Marks of entries, and the column that says which entry a slot has. */
export interface Marks {
  readonly ids: Uint32Array;
  /** By entry: 1, or 0. */
  readonly of: Uint8Array;
}

/** Room to work in that every search uses anew: what is given back to the system comes back too late. */
export interface Scratch {
  slots(length: number): Uint32Array;
}

export function createScratch(): Scratch {
  let slots = new Uint32Array(0);
  return {
    slots(length) {
      if (slots.length < length) slots = new Uint32Array(Math.ceil(length * 1.125));
      return slots;
    },
  };
}

/** Slots that are narrowed down step by step; those kept stay in their order. */
export interface Slots {
  /** Keeps those that have any of the marks (1), or none of them (0). @param marks at most four */
  keep(marks: readonly Marks[], wanted: 0 | 1): void;
  keepWhere(holds: (slot: number, place: number) => boolean): void;
  /** What was kept, to hold on to. */
  taken(): Uint32Array;
}

const noMarks: Marks = { ids: new Uint32Array(0), of: new Uint8Array(0) };

/**
 * @param all is not written to.
 * @param scratch is used by no others meanwhile.
 */
export function createSlots(all: Uint32Array, scratch: Scratch): Slots {
  let slots = all;
  let count = all.length;
  // The first step writes elsewhere, and the later ones in place.
  const target = () => (slots === all ? scratch.slots(count) : slots);
  return {
    keep(marks, wanted) {
      const kept = target();
      count = keepMarked(slots, count, kept, marks, wanted);
      slots = kept;
    },
    keepWhere(holds) {
      const kept = target();
      let next = 0;
      for (let i = 0; i < count; i++) {
        const slot = slots[i] as number;
        kept[next] = slot;
        next += Number(holds(slot, i));
      }
      [slots, count] = [kept, next];
    },
    taken: () => (slots === all ? all : slots.slice(0, count)),
  };
}

/** One loop without branches over all columns: what it waits for is memory. @returns how many were kept. */
function keepMarked(
  slots: Uint32Array,
  count: number,
  kept: Uint32Array,
  marks: readonly Marks[],
  wanted: 0 | 1,
): number {
  // Where there are fewer than four, the first stands in: its marks are at hand and change nothing.
  const first = marks[0] ?? noMarks;
  const [{ ids: idsA, of: ofA }, { ids: idsB, of: ofB }] = [first, marks[1] ?? first];
  const [{ ids: idsC, of: ofC }, { ids: idsD, of: ofD }] = [marks[2] ?? first, marks[3] ?? first];
  let next = 0;
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number;
    kept[next] = slot;
    const mark =
      (ofA[idsA[slot] as number] as number) |
      (ofB[idsB[slot] as number] as number) |
      (ofC[idsC[slot] as number] as number) |
      (ofD[idsD[slot] as number] as number);
    next += Number(mark === wanted);
  }
  return next;
}
