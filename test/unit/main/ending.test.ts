import { describe, expect, it } from 'vitest';
import { endInOrder } from '../../../src/main/ending.ts';

type Listener = (event: { preventDefault(): void }) => void;

/** An app that quits as Electron does: it asks first, and takes no for an answer. */
function quitting(close: () => Promise<void>, isStuck = false) {
  const log: string[] = [];
  let listener: Listener = () => undefined;
  const app = {
    on: (_name: string, given: Listener) => {
      listener = given;
      return app;
    },
    quit() {
      let prevented = false;
      listener({ preventDefault: () => (prevented = true) });
      if (!prevented) log.push('ended');
    },
    exit: () => log.push('exited'),
  };
  endInOrder({
    app: app as unknown as Parameters<typeof endInOrder>[0]['app'],
    close: async () => {
      log.push('closing');
      await close();
      log.push('closed');
    },
    isStuck: () => isStuck,
    kill: () => log.push('killed'),
  });
  return { app, log };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('ending', () => {
  it('closes the history before the program ends, and closes it once', async () => {
    const { app, log } = quitting(() => Promise.resolve());
    app.quit();
    app.quit();
    expect(log).toEqual(['closing']);
    await settled();
    expect(log).toEqual(['closing', 'closed', 'ended']);
  });

  it('ends even where closing fails', async () => {
    const { app, log } = quitting(() => Promise.reject(new Error('disk gone')));
    app.quit();
    await settled();
    expect(log).toEqual(['closing', 'ended']);
  });

  it('does not wait for a keyring that waits for its password', async () => {
    const { app, log } = quitting(() => Promise.resolve(), true);
    app.quit();
    await settled();
    expect(log).toEqual(['closing', 'closed', 'killed']);
  });
});
