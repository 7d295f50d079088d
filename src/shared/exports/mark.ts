/**
 * How a session stands to the exports that were made: none holds it, the newest that does holds it as it is, or it
 * changed since. Changed is what a bill is made of: the measured or the custom time, or the client. That it was
 * invoiced or renamed since is the ordinary course of things, and so is another rounding rule.
 */
export const exportMarks = ['no', 'yes', 'changed'] as const;
export type ExportMark = (typeof exportMarks)[number];

export function isExportMark(text: string): text is ExportMark {
  return (exportMarks as readonly string[]).includes(text);
}

/** Everything a mark may be searched by, in both languages: what changed was exported all the same. */
export const exportMarkWords: Readonly<Record<ExportMark, readonly string[]>> = {
  no: ['no', 'nein'],
  yes: ['yes', 'ja', 'unchanged', 'unverändert'],
  changed: ['yes', 'ja', 'changed', 'geändert'],
};
