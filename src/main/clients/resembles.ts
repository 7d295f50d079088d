import { fold } from '../../shared/history/fold.ts';

/** Words that many companies' names have in common. */
const common =
  /^(?:gmbh|mbh|ug|ag|kg|kgaa|ohg|gbr|ev|se|co|inc|ltd|llc|plc|und|and|der|die|das|the|fur|for|service|group|gruppe|it|haftungsbeschrankt)$/;

/** Whether two names can be of one company: they share a word that says something. */
export function resembles(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(name: string): readonly string[] {
  const words = fold(name.slice(0, 1000)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !common.test(word));
  const telling = own.filter((word) => word.length > 1);
  const [some] = [telling, own, words].filter((each) => each.length > 0);
  // Müller is written Mueller as well.
  return (some ?? []).map((word) => word.replace(/(?<=[aou])e/g, ''));
}
