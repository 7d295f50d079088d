/** Settles step by step, between the calls that come in meanwhile. */
export interface Settling {
  /** @param done is told once there is nothing left to do, or what went wrong. */
  begin(done: (error: unknown) => void): void;
  /** Ends for good; whoever waits is told that it is done. */
  stop(): void;
}

/** @param step does a little; @returns whether there is more. */
export function createSettling(step: () => boolean): Settling {
  let next: NodeJS.Immediate | null = null;
  let waiting: ((error: unknown) => void)[] = [];

  const end = (error: unknown): void => {
    const told = waiting;
    waiting = [];
    for (const done of told) done(error);
  };
  const goOn = (): void => {
    next = null;
    try {
      if (step()) next = setImmediate(goOn);
      else end(null);
    } catch (error) {
      end(error);
    }
  };
  return {
    begin(done) {
      waiting.push(done);
      next ??= setImmediate(goOn);
    },
    stop() {
      if (next) clearImmediate(next);
      next = null;
      end(null);
    },
  };
}
