import type { RawSession } from '../types.ts';

/**
 * Says whether every word of the input stands somewhere in a session's texts, whatever its case.
 * The reference documents no rule: this one is the sandbox's own choice.
 */
export function compileSearch(input: string): (session: RawSession) => boolean {
  const words = fold(input).split(/\s+/).filter(Boolean);
  return (session) => {
    const text = fold(textsOf(session).join('\n'));
    return words.every((word) => text.includes(word));
  };
}

function textsOf({ name, clientCompany, target, participants }: RawSession): string[] {
  const texts = [
    name,
    clientCompany?.companyFolderDisplayName,
    clientCompany?.clientId,
    target?.computerDisplayName,
    target?.computerHostName,
    target?.computerUserDisplayName,
    ...participants.flatMap((each) => [each.name, each.email]),
  ];
  return texts.filter((text) => typeof text === 'string');
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('de');
}
