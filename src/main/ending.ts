import type { App } from 'electron';

/** Longer than any write takes; whoever quits does not wait for a disk that hangs. */
const patience = 5_000;

export interface EndingDeps {
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>;
  /** Writes what is under way and closes the history. */
  readonly close: () => Promise<void>;
  /** Whether a native call still waits for a person, as for the password of a locked keyring. */
  readonly isStuck: () => boolean;
  /** Ends the process without waiting for anything. */
  readonly kill: () => void;
}

/** Lets the program end only after what is under way has been written and the history is closed. */
export function endInOrder({ app, close, isStuck, kill }: EndingDeps): void {
  let phase: 'running' | 'closing' | 'closed' = 'running';
  app.on('will-quit', (event) => {
    if (phase === 'closed') return;
    event.preventDefault();
    if (phase === 'closing') return;
    phase = 'closing';
    setTimeout(() => app.exit(0), patience).unref();
    const quit = (): void => {
      phase = 'closed';
      // Node waits for its native calls, and so would whoever has already walked away.
      if (isStuck()) kill();
      else app.quit();
    };
    close().then(quit, quit);
  });
}
