import {
  parseFaults,
  passingKinds,
  type FaultKind,
  type Faults,
  type Injection,
} from './faults.ts';

/** The faults in force, and what is left of those that befall only so many requests. */
export interface FaultControl {
  readonly current: Faults;
  set(change: Partial<Faults>): void;
  /** What befalls this request, if anything; counts as one. */
  strike(operations: readonly string[]): Injection | null;
  /** Whether this history answer is one of those that come half loaded; counts as one. */
  takeHalfLoaded(): number | null;
  /** Whether this good JWT is to be rejected all the same; counts as one. */
  takeJwtRejection(): boolean;
}

export function controlFaults(initial: Faults): FaultControl {
  let current = initial;
  let requests = 0;
  let turn = 0;
  let halfLoadedLeft = 0;
  let injectionsLeft: { injection: Injection; left: number }[] = [];

  const set = (input: Partial<Faults>): void => {
    const change = parseFaults(input);
    current = { ...current, ...change };
    if (change.inject) {
      injectionsLeft = change.inject.map((injection) => ({
        injection,
        left: injection.times ?? Infinity,
      }));
    }
    if (change.halfLoaded !== undefined) halfLoadedLeft = change.halfLoaded?.requests ?? 0;
    if (change.everyNth !== undefined) [requests, turn] = [0, 0];
  };
  set(initial);

  return {
    get current() {
      return current;
    },
    set,
    strike: (operations) => {
      requests += 1;
      const found = injectionsLeft.find(
        ({ injection, left }) =>
          left > 0 &&
          (injection.operation === undefined || operations.includes(injection.operation)),
      );
      if (found !== undefined) {
        found.left -= 1;
        return found.injection;
      }
      if (current.everyNth === null || requests % current.everyNth.n !== 0) return null;
      return { kind: turnOf(current.everyNth.kind, turn++) };
    },
    takeHalfLoaded: () => {
      if (current.halfLoaded === null || halfLoadedLeft <= 0) return null;
      halfLoadedLeft -= 1;
      return current.halfLoaded.withheld;
    },
    takeJwtRejection: () => {
      if (current.jwtRejected === 'never') return false;
      if (current.jwtRejected === 'once') current = { ...current, jwtRejected: 'never' };
      return true;
    },
  };
}

function turnOf(kind: NonNullable<Faults['everyNth']>['kind'], turn: number): FaultKind {
  if (typeof kind === 'string' && kind !== 'rotating') return kind;
  const kinds: readonly FaultKind[] = kind === 'rotating' ? passingKinds : kind;
  return kinds[turn % kinds.length] ?? 'http-500';
}
