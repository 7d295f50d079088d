import type { Language } from '../../../../shared/language.ts';

/** The styles of cells by their number in the sheet of styles. */
export const styles = {
  general: 0,
  head: 1,
  text: 2,
  date: 3,
  time: 4,
  moment: 5,
  duration: 6,
  number: 7,
  durationSum: 8,
  numberSum: 9,
  label: 10,
} as const;
export type StyleName = keyof typeof styles;

const formats = { date: 164, time: 165, moment: 166, duration: 167, number: 4, text: 49 };

const dates: Readonly<Record<Language, string>> = { de: 'dd\\.mm\\.yyyy', en: 'yyyy\\-mm\\-dd' };

export function stylesXml(language: Language): string {
  const date = dates[language];
  const cell = (format: number, font: 0 | 1, border: 0 | 1): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0"` +
    ` applyNumberFormat="1" applyFont="1" applyBorder="1"/>`;
  const cells = [
    cell(0, 0, 0),
    cell(formats.text, 1, 0),
    cell(formats.text, 0, 0),
    cell(formats.date, 0, 0),
    cell(formats.time, 0, 0),
    cell(formats.moment, 0, 0),
    cell(formats.duration, 0, 0),
    cell(formats.number, 0, 0),
    cell(formats.duration, 1, 1),
    cell(formats.number, 1, 1),
    cell(formats.text, 1, 1),
  ];
  const font = (inner: string): string =>
    `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`;
  const plain = '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const topped = '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="4">
<numFmt numFmtId="${formats.date}" formatCode="${date}"/>
<numFmt numFmtId="${formats.time}" formatCode="hh:mm:ss"/>
<numFmt numFmtId="${formats.moment}" formatCode="${date}\\ hh:mm:ss"/>
<numFmt numFmtId="${formats.duration}" formatCode="[h]:mm:ss"/>
</numFmts>
<fonts count="2">${font('')}${font('<b/>')}</fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2">${plain}${topped}</borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>
</styleSheet>`;
}
