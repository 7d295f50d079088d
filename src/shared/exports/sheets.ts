/** Rows a workbook's sheet can have, less its head and its sums. */
export const rowsPerSheet = 1_048_576 - 2;

/** How many sheets so many rows take; there always is one. */
export function sheetsFor(rows: number, most = rowsPerSheet): number {
  return Math.max(1, Math.ceil(rows / most));
}
