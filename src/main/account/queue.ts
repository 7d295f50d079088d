/** One thing at a time, in the order asked for. */
export interface Queue {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Whoever asks for the same while it waits or runs gets the same answer: it is done once. */
  join<T>(name: string, task: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  const joined = new Map<string, Promise<unknown>>();
  let tail: Promise<unknown> = Promise.resolve();

  function run<T>(task: () => Promise<T>): Promise<T> {
    const done = tail.then(task, task);
    tail = done;
    return done;
  }

  return {
    run,
    join<T>(name: string, task: () => Promise<T>): Promise<T> {
      const same = joined.get(name);
      if (same) return same as Promise<T>;
      const done = run(task).finally(() => joined.delete(name));
      joined.set(name, done);
      return done;
    },
  };
}
