/**
 * An id of an open set as words, for values nobody translated: `AwaitingAccessAsParticipant`
 * reads `Awaiting access as participant`, `NOT_YET_INVOICED` reads `Not yet invoiced`.
 * Abbreviations keep their capitals (`SFTPSession` reads `SFTP session`). What holds no letters or
 * digits comes back unchanged, so that nothing the server says is dropped.
 */
export function humanise(id: string): string {
  const words = id
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return id;
  // A name all in capitals is a manner of writing, not a row of abbreviations.
  const shouted = words.length > 1 && words.every(isUpper);
  const text = words
    .map((word) => (isAbbreviation(word) && !shouted ? word : word.toLowerCase()))
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}

function isAbbreviation(word: string): boolean {
  return word.length >= 2 && word.length <= 4 && isUpper(word);
}
