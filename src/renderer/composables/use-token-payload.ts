import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef } from 'vue';
import type { TokenPayload } from '../../shared/clients/person.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from './use-bridge.ts';

/**
 * A user's signed token payload, for as long as it is looked at: it lives in this scope alone, and is gone with it
 * and as soon as the page is hidden.
 *
 * @param page tells when it is hidden
 */
export function useTokenPayload(page: Document) {
  const bridge = useBridge();
  const payload = shallowRef<TokenPayload | null>(null);
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  /** It was there, and is forgotten. */
  const forgotten = ref(false);
  let asked = 0;

  function forget(): void {
    asked += 1;
    forgotten.value = payload.value !== null;
    payload.value = null;
    problem.value = null;
    busy.value = false;
  }
  const onVisibility = (): void => {
    if (page.visibilityState === 'hidden') forget();
  };
  page.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => {
    page.removeEventListener('visibilitychange', onVisibility);
    forget();
  });

  return {
    payload: shallowReadonly(payload),
    problem: readonly(problem),
    busy: readonly(busy),
    forgotten: readonly(forgotten),
    forget,
    async fetch(userId: string): Promise<void> {
      forget();
      forgotten.value = false;
      const ticket = asked;
      busy.value = true;
      let outcome: Outcome<TokenPayload>;
      try {
        outcome = await bridge.call('people.tokenPayload', { userId });
      } catch (error) {
        outcome = { ok: false, problem: problemOf(error) };
      }
      if (ticket !== asked) return;
      busy.value = false;
      if (outcome.ok) payload.value = outcome.value;
      else problem.value = outcome.problem;
    },
  };
}
