/** What a cell holds where there is no value, and where the value is kept apart. */
const none = -(2 ** 31);
const apart = none + 1;

/** Durations kept apart, by slot. */
export type Apart = readonly (readonly [slot: number, ms: number])[];

/**
 * Durations by slot, ms; NaN is none. They take 32 bits each, which is enough for 24 days; longer ones, and
 * what is no whole number of them, are kept apart.
 */
export class Durations {
  cells: Int32Array;
  readonly #apart: Map<number, number>;

  constructor(cells: Int32Array, others: Apart = []) {
    this.cells = cells;
    this.#apart = new Map(others);
  }

  at(slot: number): number {
    const cell = this.cells[slot] as number;
    return cell > apart ? cell : this.#rare(slot, cell);
  }

  /** A slot is filled once. */
  fill(slot: number, ms: number): void {
    const fits = ms === (ms | 0) && ms > apart;
    if (!fits && ms === ms) this.#apart.set(slot, ms);
    this.cells[slot] = fits ? ms : ms === ms ? apart : none;
  }

  apart(): Apart {
    return [...this.#apart];
  }

  #rare(slot: number, cell: number): number {
    return cell === none ? NaN : (this.#apart.get(slot) ?? NaN);
  }
}
