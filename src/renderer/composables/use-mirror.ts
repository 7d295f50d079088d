import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue';
import type { EventName, Payload } from '../../shared/bridge/contract.ts';
import type { BridgeClient } from './use-bridge.ts';

/** Something main owns, as last heard of. */
export interface Mirror<T> {
  readonly state: Readonly<ShallowRef<T>>;
  /** Takes over what main answered to a wish. */
  readonly take: (value: T) => void;
  /** Asks main; a change that was told meanwhile is newer than the answer and stays. */
  readonly ask: (wish: () => Promise<T>) => Promise<void>;
  /** Asks for the state as a whole. */
  readonly load: () => Promise<void>;
}

/**
 * Keeps in step with one thing of main's for as long as the scope lives.
 *
 * @param changed the event that tells of changes
 * @param read asks for it as a whole
 */
export function useMirror<E extends EventName>(
  client: BridgeClient,
  changed: E,
  read: () => Promise<Payload<E>>,
  initial: Payload<E>,
): Mirror<Payload<E>> {
  const state = shallowRef(initial);
  let told = 0;
  const take = (value: Payload<E>): void => {
    told += 1;
    state.value = value;
  };
  const ask = async (wish: () => Promise<Payload<E>>): Promise<void> => {
    const before = told;
    const answer = await wish();
    if (told === before) take(answer);
  };
  onScopeDispose(client.on(changed, take));
  return { state: shallowReadonly(state), take, ask, load: () => ask(read) };
}
