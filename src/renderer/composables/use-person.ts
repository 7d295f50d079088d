import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef } from 'vue';
import type { PersonState } from '../../shared/clients/person.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from './use-bridge.ts';

/** Looks people up by e-mail address, one at a time: an answer that was overtaken is dropped. */
export function usePerson() {
  const bridge = useBridge();
  const state = shallowRef<PersonState | null>(null);
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  let asked = 0;

  function clear(): void {
    asked += 1;
    state.value = null;
    problem.value = null;
    busy.value = false;
  }
  onScopeDispose(clear);

  return {
    /** What is known; null until something was looked up. */
    state: shallowReadonly(state),
    /** Why main could not even try. */
    problem: readonly(problem),
    busy: readonly(busy),
    clear,
    /** @param fresh asks the server, however lately it was asked */
    async find(email: string, fresh = false): Promise<void> {
      if (state.value?.email !== email) clear();
      asked += 1;
      const ticket = asked;
      busy.value = true;
      let outcome: Outcome<PersonState>;
      try {
        outcome = await bridge.call('people.find', { email, fresh });
      } catch (error) {
        outcome = { ok: false, problem: problemOf(error) };
      }
      if (ticket !== asked) return;
      busy.value = false;
      problem.value = outcome.ok ? null : outcome.problem;
      if (outcome.ok) state.value = outcome.value;
    },
    /** @returns the file's name; null where that was called off. */
    async saveCard(email: string): Promise<Outcome<string | null>> {
      try {
        return await bridge.call('people.saveCard', { email });
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
}
