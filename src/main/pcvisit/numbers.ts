const decimal = /^\s*-?\d+(\.\d+)?\s*$/;

/**
 * A number as the API may give it: as such, or as its decimal text.
 *
 * @returns NaN for what is neither.
 */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 32) return NaN;
  return decimal.test(value) ? Number(value) : NaN;
}
