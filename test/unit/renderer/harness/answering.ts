import type {
  Bridge,
  CallName,
  Received,
  RequestArgument,
  Response,
} from '../../../../src/shared/bridge/contract.ts';

export type Answers = {
  readonly [N in CallName]?: (request: Received<N>) => Response<N> | Promise<Response<N>>;
};

/** Puts answers of a test's own before those of the acted-out main, and notes what was asked. */
export function answering(answers: Answers) {
  const asked: { name: CallName; request: unknown }[] = [];
  return {
    /** Requests of one call, in order. */
    requests: (name: CallName): unknown[] =>
      asked.filter((each) => each.name === name).map(({ request }) => request),
    around: (bridge: Bridge): Bridge => ({
      on: bridge.on,
      async invoke<N extends CallName>(name: N, ...request: RequestArgument<N>) {
        const answer = answers[name] as ((request: unknown) => Response<N>) | undefined;
        if (!answer) return bridge.invoke(name, ...request);
        const plain: unknown = structuredClone(request[0]);
        asked.push({ name, request: plain });
        return structuredClone(await answer(plain));
      },
    }),
  };
}

/** An answer that is given when the test says so. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (give = resolve));
  return { promise, give };
}
