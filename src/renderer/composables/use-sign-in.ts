import * as v from 'valibot';
import { computed, reactive, ref } from 'vue';
import { signInSchema, type SignIn } from '../../shared/bridge/contract.ts';
import { parseEndpoint } from '../../shared/endpoint.ts';
import type { Problem } from '../../shared/problem.ts';
import type { MessageKey } from '../i18n.ts';
import { useAccountStore } from '../stores/account.ts';
import { useAppStore } from '../stores/app.ts';

export type SignInField = 'endpoint' | 'integratorToken' | 'userToken' | 'ownEmail';

const { integratorToken, userToken, ownEmail } = signInSchema.entries;

/**
 * The sign-in form. What is typed lives here alone, stays through every failure, and is wiped the
 * moment it was accepted; no store and no storage ever sees a token.
 */
export function useSignIn() {
  const account = useAccountStore();
  const app = useAppStore();

  const form = reactive<Record<SignInField, string>>({
    endpoint: account.account.demo
      ? app.info.endpoint
      : account.account.endpoint || app.info.endpoint,
    integratorToken: '',
    userToken: '',
    ownEmail: account.account.demo ? '' : (account.account.ownEmail ?? ''),
  });
  const checked = ref(false);
  const problem = ref<Problem | null>(null);

  const errors = computed<Partial<Record<SignInField, MessageKey>>>(() =>
    checked.value ? faultsOf(form) : {},
  );

  async function send(storage: SignIn['storage']): Promise<boolean> {
    checked.value = true;
    if (Object.keys(errors.value).length > 0) return false;
    problem.value = null;
    problem.value = await account.signIn({
      endpoint: form.endpoint.trim(),
      integratorToken: form.integratorToken,
      userToken: form.userToken,
      ownEmail: form.ownEmail.trim() || null,
      storage,
    });
    if (problem.value === null) wipe();
    return problem.value === null;
  }

  function wipe(): void {
    form.integratorToken = '';
    form.userToken = '';
    checked.value = false;
  }

  return {
    form,
    errors,
    problem,
    send,
    async tryDemo(): Promise<void> {
      problem.value = null;
      problem.value = await account.tryDemo();
      if (problem.value === null) wipe();
    },
  };
}

function faultsOf(
  form: Readonly<Record<SignInField, string>>,
): Partial<Record<SignInField, MessageKey>> {
  const token = (schema: typeof integratorToken, text: string): MessageKey | undefined => {
    if (v.safeParse(schema, text).success) return undefined;
    return text.trim() === '' ? 'signIn.missing' : 'signIn.tooLong';
  };
  const email = form.ownEmail.trim();
  const faults: Partial<Record<SignInField, MessageKey | undefined>> = {
    integratorToken: token(integratorToken, form.integratorToken),
    userToken: token(userToken, form.userToken),
    ownEmail: email === '' || v.safeParse(ownEmail, email).success ? undefined : 'signIn.badEmail',
    endpoint: parseEndpoint(form.endpoint) ? undefined : 'signIn.badEndpoint',
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}
