import type { Person } from '../../shared/clients/person.ts';
import { humanise } from '../../shared/humanise.ts';
import type { Words } from '../composables/use-words.ts';

type Policy = NonNullable<Person['strongestPolicy']>;

/** How someone signs in, in words. Types and channels are open sets and are spelt out. */
export function policyWords(policy: Policy, t: Words['t']): string {
  const { type, challengeChannel, allowRememberBrowser, companyMayChangePhoneNumber } = policy;
  return [
    type === '' ? null : humanise(type),
    challengeChannel && t('person.channel', { channel: humanise(challengeChannel) }),
    allowRememberBrowser === null
      ? null
      : t(allowRememberBrowser ? 'person.remembers' : 'person.remembersNot'),
    companyMayChangePhoneNumber ? t('person.companyPhone') : null,
  ]
    .filter(Boolean)
    .join(', ');
}
