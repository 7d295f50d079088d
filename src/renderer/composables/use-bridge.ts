import * as v from 'valibot';
import { inject, type InjectionKey } from 'vue';
import {
  calls,
  events,
  type Bridge,
  type CallName,
  type EventName,
  type Payload,
  type RequestArgument,
  type Response,
} from '../../shared/bridge/contract.ts';
import { ProblemError } from '../../shared/problem.ts';

/** The bridge as views and stores use it: what goes out is plain, what comes in is checked. */
export interface BridgeClient {
  /** Rejects with a `ProblemError` (`invalid-request`, `unexpected`), never with anything else. */
  call<N extends CallName>(name: N, ...request: RequestArgument<N>): Promise<Response<N>>;
  /** @returns the way to stop listening. A payload that breaks the contract is passed over. */
  on<N extends EventName>(name: N, listener: (payload: Payload<N>) => void): () => void;
}

export const bridgeKey: InjectionKey<BridgeClient> = Symbol('bridge');

export function createBridgeClient(bridge: Bridge): BridgeClient {
  return {
    async call<N extends CallName>(name: N, ...[request]: RequestArgument<N>) {
      const { request: asked, response: answered } = calls[name];
      // Parsing copies: a reactive proxy, which cannot cross the bridge, never reaches it.
      const plain = v.safeParse(asked, request);
      if (!plain.success) throw new ProblemError({ code: 'invalid-request' });
      const sent = [plain.output] as unknown as RequestArgument<N>;
      const answer: unknown = await bridge.invoke(name, ...sent).catch((cause: unknown) => {
        throw new ProblemError({ code: 'unexpected' }, { cause });
      });
      const checked = v.safeParse(answered, answer);
      if (!checked.success) throw new ProblemError({ code: 'unexpected' });
      return checked.output;
    },
    on<N extends EventName>(name: N, listener: (payload: Payload<N>) => void) {
      return bridge.on(name, (payload) => {
        const checked = v.safeParse(events[name], payload);
        if (checked.success) listener(checked.output);
      });
    },
  };
}

export function useBridge(): BridgeClient {
  const client = inject(bridgeKey);
  if (!client) throw new Error('The app was mounted without a bridge.');
  return client;
}
