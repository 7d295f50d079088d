/**
 * A text as a spreadsheet may take it. Names of sessions and computers are chosen by strangers: what would be taken
 * for a formula begins with an apostrophe.
 */
export function neutralText(text: string): string {
  const whole = text.toWellFormed();
  return /^[=+\-@\t\r]/.test(whole) ? `'${whole}` : whole;
}

/** A text as a cell between tabs, as spreadsheets paste it. */
export function tabbedCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
