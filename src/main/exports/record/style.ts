import type { RecordWords } from './words.ts';

/** A font file that the record is set in, by what it is asked for as. */
export interface RecordFont {
  readonly family: string;
  readonly weight: number;
  readonly address: string;
}

/**
 * How a record looks on paper. The pages count themselves in their margins, so that what stands there is set in the
 * same letters and belongs to no row.
 *
 * @param documentId letters, digits and hyphens
 */
export function recordStyle(
  fonts: readonly RecordFont[],
  documentId: string,
  words: Pick<RecordWords, 'title' | 'page' | 'of'>,
): string {
  const faces = fonts.map(
    ({ family, weight, address }) =>
      `@font-face { font-family: "${family}"; src: url("${address}") format("woff2"); font-weight: ${weight}; }`,
  );
  const names = new Set(fonts.map(({ family }) => `"${family}"`));
  const families = [...names, 'sans-serif'].join(', ');
  return `${faces.join('\n')}
@page {
  size: A4;
  margin: 15mm 15mm 20mm;
  font-family: ${families};
  font-size: 7.5pt;
  font-feature-settings: "tnum";
  color: #5b656a;
  @bottom-left { content: "${words.title} ${documentId}"; vertical-align: top; padding-top: 5mm; }
  @bottom-right { content: "${words.page} " counter(page) " ${words.of} " counter(pages); vertical-align: top; padding-top: 5mm; }
}
${rules(families)}`;
}

const rules = (families: string): string => `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 8.5pt/1.4 ${families}; color: #14181a; font-feature-settings: "tnum"; }
.head { display: flex; gap: 8mm; align-items: flex-start; justify-content: space-between; min-height: 14mm; padding-bottom: 4mm; border-bottom: 0.5pt solid #b9c2c6; }
.head .name { font-size: 11pt; font-weight: 600; line-height: 1.3; }
.head .from { display: flex; gap: 4mm; align-items: center; }
.head img { max-width: 40mm; max-height: 14mm; object-fit: contain; }
.head .contact { color: #5b656a; font-size: 7.5pt; display: flex; gap: 6mm; text-align: left; }
.head .contact p { overflow-wrap: anywhere; }
.about { display: flex; justify-content: space-between; gap: 10mm; margin: 10mm 0 8mm; }
h1 { font-size: 18pt; font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; }
.client { margin-top: 2mm; font-size: 11pt; overflow-wrap: anywhere; }
.client small { display: block; font-size: 8.5pt; color: #5b656a; }
dl { display: grid; grid-template-columns: auto auto; gap: 0.8mm 4mm; align-content: start; flex: none; max-width: 85mm; }
dt { color: #5b656a; }
dd { text-align: right; }
table { width: 100%; font-size: 8pt; border-collapse: collapse; table-layout: fixed; }
col.date { width: 19.5mm; }
col.time { width: 11mm; }
col.end { width: 16mm; }
col.who { width: 27mm; }
col.where { width: 27mm; }
col.sum { width: 12mm; }
col.billable { width: 18mm; }
thead { display: table-header-group; }
th { text-align: left; font-weight: 400; color: #5b656a; font-size: 7.5pt; vertical-align: bottom; border-bottom: 0.75pt solid #14181a; }
th, td { padding: 1.1mm 2mm 1.1mm 0; }
td { vertical-align: top; overflow-wrap: anywhere; }
td:nth-child(-n + 2) { white-space: nowrap; }
tr { break-inside: avoid; }
tbody tr + tr td { border-top: 0.25pt solid #e4e9eb; }
tbody + tbody tr:first-child td { border-top: 0.5pt solid #b9c2c6; }
.n { text-align: right; padding-right: 0; padding-left: 2mm; white-space: nowrap; }
.daysum { font-weight: 600; }
.other { display: block; color: #5b656a; font-size: 7.5pt; white-space: nowrap; }
.mark { display: inline-block; padding: 0 1.2mm; border: 0.5pt solid #9a6700; border-radius: 1mm; color: #7a5200; font-size: 7pt; line-height: 1.35; white-space: nowrap; }
tbody.total { break-before: avoid; }
tbody.total tr:first-child td { border-top: 0.75pt solid #14181a; padding-top: 2mm; font-size: 10pt; font-weight: 600; }
tbody.total small { font-size: 8.5pt; font-weight: 400; color: #5b656a; margin-left: 2mm; }
.none { padding: 4mm 0; color: #5b656a; }
.end { break-inside: avoid; padding-top: 8mm; }
.notes { color: #5b656a; font-size: 7.5pt; }
.notes p + p { margin-top: 0.8mm; }
.notes b { font-weight: 600; color: #14181a; }
.sign { margin-top: 18mm; display: grid; grid-template-columns: 1fr 1fr; gap: 14mm 12mm; }
.sign p { border-top: 0.5pt solid #14181a; padding-top: 1mm; font-size: 7.5pt; color: #5b656a; }
`;
