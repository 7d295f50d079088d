/** Gives what units come to back to the sessions they are made of. */
export interface Allotment {
  /** To be called in order of beginnings. @param ms what the session comes to by itself */
  add(unit: number, slot: number, ms: number): void;
  /** @returns by session, ms: those of a unit add up to it. */
  allot(billable: (unit: number) => number): ReadonlyMap<number, number>;
}

interface Share {
  readonly slot: number;
  readonly ms: number;
}

export function createAllotment(): Allotment {
  const units = new Map<number, Share[]>();
  return {
    add(unit, slot, ms) {
      const shares = units.get(unit);
      if (shares) shares.push({ slot, ms });
      else units.set(unit, [{ slot, ms }]);
    },
    allot(billable) {
      const allotted = new Map<number, number>();
      for (const [unit, shares] of units) {
        let rest = billable(unit) - shares.reduce((sum, { ms }) => sum + ms, 0);
        for (const { slot, ms } of shares.toReversed()) {
          const share = Math.max(0, ms + rest);
          rest -= share - ms;
          allotted.set(slot, share);
        }
      }
      return allotted;
    },
  };
}
