import { fold } from '../../../../../../src/shared/history/fold.ts';

/** Texts that are sorted, folded, highlighted and cut in ways worth trying. */
export const texts: readonly string[] = [
  '',
  '  ',
  'Müller',
  'MULLER ',
  'Grüße & Söhne',
  'Anna',
  'anna 2',
  'anna 10',
  'Łódź\tØst',
  'zwei\nZeilen',
  '__proto__',
  'constructor',
  '\ud800x',
  '👩‍💻 Büro',
  'شركة',
  '0042',
  '42',
  'x'.repeat(300),
];

/** Every piece of one to four letters of what can be found, as a search compares it. */
export const pieces: readonly string[] = [
  ...new Set(
    [...texts, 'a@x.de', 'AdHocSessionForSupporter', 'Ad-hoc-Sitzung', 'Beendet'].flatMap(
      (text) => {
        const folded = fold(text).slice(0, 40);
        return Array.from({ length: folded.length }, (_, at) =>
          folded.slice(at, at + 1 + (at % 4)).trim(),
        );
      },
    ),
  ),
].filter((piece) => piece !== '');
