import { ruleWords } from '../../../shared/billing/rule-words.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import { openSetWord } from '../../../shared/open-sets.ts';
import type { Language } from '../../../shared/language.ts';
import { localTimes } from '../local-time.ts';
import { closedPeriod, periodWords, shortDate } from './dates.ts';
import { hoursAndMinutes, recordLines, type RecordLine, type RecordLines } from './lines.ts';
import { escaped, foreign, oneLine } from './markup.ts';
import type { RecordFont } from './style.ts';
import type { Letterhead, RecordFrame } from './types.ts';
import { recordWords, type RecordWords } from './words.ts';

interface Setting {
  readonly language: Language;
  /** IANA name of the technician's time zone. */
  readonly zone: string;
  readonly fonts: readonly RecordFont[];
}

/**
 * A service record as a page of HTML, without script, style or anything to be fetched but `record.css` beside it and the fonts.
 * Everything that came from elsewhere stands in it as text.
 *
 * @param rows in the order that they began in
 */
export function recordPage(
  rows: readonly ExportRow[],
  frame: RecordFrame,
  { language, zone, fonts }: Setting,
): string {
  const words = recordWords[language];
  const localTime = localTimes(zone);
  const printed = recordLines(rows, localTime);
  const asOf = localTime(frame.asOf).text;
  const days = printed.lines.map(({ day }) => day);
  const period = periodWords(closedPeriod(frame.period, days, asOf.slice(0, 10)), language);
  const name = frame.client?.name ?? words.noClient;
  const facts: readonly (readonly [string, string])[] = [
    [words.period, escaped(period)],
    [words.document, escaped(frame.documentId)],
    [words.asOf, `${shortDate(asOf.slice(0, 10), language)}, ${asOf.slice(11, 16)}`],
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(`${words.title} ${oneLine(name)}, ${period}`)}</title>
${fonts.map(preloaded).join('')}<link rel="stylesheet" href="record.css">
</head>
<body>
${headOf(frame.letterhead, words)}
<main>
<section class="about">
<div><h1>${words.title}</h1><p class="client">${clientOf(frame, words)}</p></div>
<dl>${facts.map(([term, fact]) => `<dt>${term}</dt><dd>${fact}</dd>`).join('')}</dl>
</section>
${rows.length === 0 ? `<p class="none">${words.nothing}</p>` : tableOf(printed, language)}
<div class="end">
${notesOf(printed, frame, language, zone)}
${signatures(words)}
</div>
</main>
</body>
</html>
`;
}

/** Letters that are still on their way when the page is printed would be left out, and with them the whole table. */
function preloaded({ address }: RecordFont): string {
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${escaped(address)}">\n`;
}

function headOf(letterhead: Letterhead | null, words: RecordWords): string {
  if (letterhead === null) return '';
  const { name, address, phone, email, vatId, picture } = letterhead;
  const named = (label: string, value: string | null): string[] =>
    value === null ? [] : [`${label} ${foreign(value)}`];
  const contact = [
    ...named(words.phone, phone),
    ...named(words.email, email),
    ...named(words.vatId, vatId),
  ];
  const blocks = [address.map(foreign), contact]
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${lines.join('<br>')}</p>`);
  const logo = picture === null ? '' : `<img src="${escaped(picture)}" alt="">`;
  return `<header class="head"><div class="from">${logo}<p class="name">${foreign(name)}</p></div><div class="contact">${blocks.join('')}</div></header>`;
}

function clientOf({ client }: RecordFrame, words: RecordWords): string {
  if (client === null) return words.noClient;
  const number =
    client.number === null ? '' : `<small>${words.clientNumber} ${foreign(client.number)}</small>`;
  return foreign(client.name) + number;
}

/** Billable time stands in a column of its own where it is anywhere another than the measured. */
function tableOf({ lines, sums }: RecordLines, language: Language): string {
  const words = recordWords[language];
  const { columns } = words;
  const isBilledApart = lines.some(({ measured, billable }) => measured !== billable);
  const figures = isBilledApart ? [columns.measured, columns.billable] : [columns.measured];
  const head = [columns.date, columns.start, columns.end, columns.technician, columns.computer];
  const cells = (line: RecordLine): string => {
    const { day, start, technicians, computer, measured, billable, daySum } = line;
    const time = (minutes: number | null): string =>
      minutes === null ? '–' : hoursAndMinutes(minutes);
    return [
      `<td>${shortDate(day, language)}</td>`,
      `<td>${start}</td>`,
      `<td>${endOf(line, language)}</td>`,
      `<td>${technicians.map(foreign).join('<br>')}</td>`,
      `<td>${foreign(computer ?? '')}</td>`,
      `<td>${activityOf(line, language)}</td>`,
      `<td class="n">${time(measured)}</td>`,
      isBilledApart ? `<td class="n">${time(billable)}</td>` : '',
      `<td class="n daysum">${daySum === null ? '' : hoursAndMinutes(daySum)}</td>`,
    ].join('');
  };
  const body = [...byDay(lines)].map(
    (day) => `<tbody>\n${day.map((line) => `<tr>${cells(line)}</tr>`).join('\n')}\n</tbody>`,
  );
  const count = words.sessions(
    new Intl.NumberFormat(language).format(lines.length),
    lines.length === 1,
  );
  const { measured, billable } = sums;
  return `<table>
<colgroup><col class="date"><col class="time"><col class="end"><col class="who"><col class="where"><col><col class="sum">${isBilledApart ? '<col class="billable">' : ''}<col class="sum"></colgroup>
<thead><tr>${[...head, columns.activity].map((each) => `<th scope="col">${each}</th>`).join('')}${[...figures, columns.day].map((each) => `<th scope="col" class="n">${each}</th>`).join('')}</tr></thead>
${body.join('\n')}
<tbody class="total"><tr><td colspan="6">${words.total}<small>${count}</small></td><td class="n">${hoursAndMinutes(measured)}</td>${isBilledApart ? `<td class="n">${hoursAndMinutes(billable)}</td>` : ''}<td></td></tr></tbody>
</table>`;
}

function endOf({ end, day }: RecordLine, language: Language): string {
  if (end === null) return recordWords[language].running;
  const other = end.day === day ? '' : `<span class="other">${shortDate(end.day, language)}</span>`;
  return `${end.time}${other}`;
}

function activityOf({ name, type, isProvisional }: RecordLine, language: Language): string {
  const activity = foreign(name) || foreign(openSetWord('type', type, language));
  const mark = `<span class="mark">${recordWords[language].provisional}</span>`;
  return isProvisional ? `${activity} ${mark}` : activity;
}

function* byDay(lines: readonly RecordLine[]): Iterable<readonly RecordLine[]> {
  let from = 0;
  for (const [at, { daySum }] of lines.entries()) {
    if (daySum === null) continue;
    yield lines.slice(from, at + 1);
    from = at + 1;
  }
}

function notesOf(
  { lines }: RecordLines,
  { rule, serverStillLoading }: RecordFrame,
  language: Language,
  zone: string,
): string {
  const words = recordWords[language];
  const isRoundedTogether =
    (rule.mode !== 'off' || rule.minimum > 0) && (rule.per === 'clientDay' || rule.mergeGap > 0);
  const together = isRoundedTogether ? ` ${words.roundedTogether}` : '';
  const notes = [
    `<b>${words.rounding}:</b> ${escaped(ruleWords(rule, language))}${together}`,
    escaped(words.times(zone)),
    ...(lines.some(({ end, day }) => end !== null && end.day !== day) ? [words.pastMidnight] : []),
    ...(lines.some(({ isProvisional }) => isProvisional) ? [words.provisionalNote] : []),
    ...(serverStillLoading ? [`<b>${words.stillLoading}</b>`] : []),
  ];
  return `<section class="notes" aria-label="${words.notes}">${notes.map((note) => `<p>${note}</p>`).join('')}</section>`;
}

function signatures({ place, signTechnician, signClient }: RecordWords): string {
  const lines = [place, place, signTechnician, signClient].map((line) => `<p>${line}</p>`);
  return `<section class="sign">${lines.join('')}</section>`;
}
