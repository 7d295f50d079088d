import type { Words } from '../composables/use-words.ts';
import type { ChangeText } from './changes.ts';
import type { Fact, Facts } from './facts.ts';

/** A session as plain text, one fact a line; the note stays where it is. */
export function asText(
  title: string,
  facts: Facts,
  changes: readonly ChangeText[],
  t: Words['t'],
): string {
  const lines = (all: readonly Fact[]): string[] =>
    all.map(({ name, value }) => `${name}: ${value}`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [t('details.section.session'), lines(facts.session)],
    [t('details.section.time'), lines(facts.time)],
    [
      t('details.section.people'),
      facts.people.flatMap(({ name, role, facts: known }) => [
        `${name} (${role})`,
        ...lines(known).map((line) => `  ${line}`),
      ]),
    ],
    [t('details.section.computer'), lines(facts.computer)],
    [t('details.section.ids'), lines(facts.ids)],
    [
      t('details.section.changes'),
      changes.map(({ noticed, ...change }) => `${noticed}: ${t('details.change', change)}`),
    ],
  ];
  const written = sections.filter(([, all]) => all.length > 0);
  return [title, ...written.map(([head, all]) => [head, ...all].join('\n'))].join('\n\n');
}
