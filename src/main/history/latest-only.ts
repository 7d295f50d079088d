/** Runs one at a time; of those that wait only the latest is run. */
export interface LatestOnly<Request, Result> {
  /** @returns null where a later one was asked for before this one was done. */
  ask(request: Request): Promise<Result | null>;
}

interface Asked<Request, Result> {
  readonly request: Request;
  readonly ticket: number;
  readonly resolve: (result: Result | null | Promise<Result | null>) => void;
}

/**
 * Keeps at most one under way and one waiting, so that somebody who types faster than is answered waits for
 * the last answer alone.
 *
 * @param run may answer null where it finds out by itself that it was overtaken.
 * @param nextTicket gives a ticket; from then on all earlier ones are overtaken.
 */
export function createLatestOnly<Request, Result>(
  run: (request: Request, ticket: number) => Promise<Result | null>,
  nextTicket: () => number,
): LatestOnly<Request, Result> {
  let waiting: Asked<Request, Result> | null = null;
  let isBusy = false;

  async function work(first: Asked<Request, Result>): Promise<void> {
    isBusy = true;
    for (let asked: typeof waiting = first; asked; asked = takeWaiting()) {
      const answer = run(asked.request, asked.ticket);
      await answer.catch(() => undefined);
      asked.resolve(waiting ? null : answer);
    }
    isBusy = false;
  }

  function takeWaiting(): typeof waiting {
    const next = waiting;
    waiting = null;
    return next;
  }

  return {
    ask: (request) =>
      new Promise((resolve) => {
        const asked = { request, ticket: nextTicket(), resolve };
        waiting?.resolve(null);
        if (!isBusy) return void work(asked);
        waiting = asked;
      }),
  };
}
