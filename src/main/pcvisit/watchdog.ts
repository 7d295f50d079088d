export interface WatchdogLimits {
  /** Longest silence: before the first byte, and between any two. */
  readonly silenceMs: number;
  /** Longest time altogether, for answers that trickle for ever. */
  readonly totalMs: number;
}

/** Ends one request when it falls silent, takes for ever, or nobody waits for it any more. */
export interface Watchdog {
  /** To be handed to `fetch`. */
  readonly signal: AbortSignal;
  /** A byte came: the silence begins anew. */
  heard(): void;
  /** Waits for a promise no longer than the request may live, even if the promise ignores the signal. */
  race<T>(promise: Promise<T>): Promise<T>;
  end(): void;
}

/** @param expire makes the reason for which an overdue request is ended. */
export function createWatchdog(
  limits: WatchdogLimits,
  outer: AbortSignal | null | undefined,
  expire: () => Error,
): Watchdog {
  const controller = new AbortController();
  const { signal } = controller;
  const overdue = () => controller.abort(expire());
  const silence = setTimeout(overdue, limits.silenceMs);
  const total = setTimeout(overdue, limits.totalMs);
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });

  return {
    signal,
    heard: () => void silence.refresh(),
    race: <T>(promise: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const leave = () => reject(asError(signal.reason));
        signal.addEventListener('abort', leave, { once: true });
        if (signal.aborted) leave();
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      }),
    end() {
      clearTimeout(silence);
      clearTimeout(total);
      outer?.removeEventListener('abort', follow);
    },
  };
}

/** An abort's reason may be anything. */
export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('aborted', 'AbortError');
}
