import type { App } from 'electron';

/** Longer than any write takes; whoever quits does not wait for a disk that hangs. */
const patience = 5_000;

/** Lets the program end only after what is under way has been written and the history is closed. */
export function endInOrder(
  app: Pick<App, 'on' | 'quit' | 'exit'>,
  close: () => Promise<void>,
): void {
  let phase: 'running' | 'closing' | 'closed' = 'running';
  app.on('will-quit', (event) => {
    if (phase === 'closed') return;
    event.preventDefault();
    if (phase === 'closing') return;
    phase = 'closing';
    setTimeout(() => app.exit(0), patience).unref();
    const quit = (): void => {
      phase = 'closed';
      app.quit();
    };
    close().then(quit, quit);
  });
}
