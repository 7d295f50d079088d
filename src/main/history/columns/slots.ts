/** Room to work in that every search uses anew: what is given back to the system comes back too late. */
export interface Scratch {
  slots(length: number): Uint32Array;
  /** All of them 0. */
  marks(length: number): Uint8Array;
}

export function createScratch(): Scratch {
  let slots = new Uint32Array(0);
  let marks = new Uint8Array(0);
  return {
    slots(length) {
      if (slots.length < length) slots = new Uint32Array(Math.ceil(length * 1.125));
      return slots;
    },
    marks(length) {
      if (marks.length < length) marks = new Uint8Array(Math.ceil(length * 1.125));
      return marks.fill(0, 0, length);
    },
  };
}

/** Slots that are narrowed down step by step; those kept stay in their order. */
export interface Slots {
  /** The first `count` of them count. */
  readonly slots: Uint32Array;
  readonly count: number;
  /** Marks by place, all of them 0, to be set for {@link keep}. */
  marks(): Uint8Array;
  keep(marks: Uint8Array, mark: number): void;
  keepWhere(holds: (slot: number) => boolean): void;
  /** What was kept, to hold on to. */
  taken(): Uint32Array;
}

/**
 * @param all is not written to.
 * @param scratch is used by no others meanwhile.
 */
export function createSlots(all: Uint32Array, scratch: Scratch): Slots {
  let slots = all;
  let count = all.length;
  // The first step writes elsewhere, and the later ones in place.
  const narrow = (isKept: (place: number, slot: number) => boolean) => {
    const kept = slots === all ? scratch.slots(count) : slots;
    let next = 0;
    for (let i = 0; i < count; i++) {
      const slot = slots[i] as number;
      kept[next] = slot;
      next += Number(isKept(i, slot));
    }
    [slots, count] = [kept, next];
  };
  return {
    get slots() {
      return slots;
    },
    get count() {
      return count;
    },
    marks: () => scratch.marks(count),
    keep: (marks, mark) => narrow((place) => marks[place] === mark),
    keepWhere: (holds) => narrow((_, slot) => holds(slot)),
    taken: () => (slots === all ? all : slots.slice(0, count)),
  };
}
