import type { Person } from '../../shared/clients/person.ts';
import { openSetWord } from '../../shared/open-sets.ts';
import type { Language } from '../../shared/language.ts';
import type { Words } from '../composables/use-words.ts';

type Policy = NonNullable<Person['strongestPolicy']>;

/** How someone signs in, in words. */
export function policyWords(policy: Policy, language: Language, t: Words['t']): string {
  const { type, challengeChannel, allowRememberBrowser, companyMayChangePhoneNumber } = policy;
  return [
    type && openSetWord('login', type, language),
    challengeChannel &&
      t('person.channel', { channel: openSetWord('channel', challengeChannel, language) }),
    allowRememberBrowser === null
      ? null
      : t(allowRememberBrowser ? 'person.remembers' : 'person.remembersNot'),
    companyMayChangePhoneNumber && t('person.companyPhone'),
  ]
    .filter(Boolean)
    .join(', ');
}
