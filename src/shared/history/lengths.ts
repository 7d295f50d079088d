const minute = 60_000;

const minutes = /^(\d{1,6})\s?(?:m|min|minuten|minutes)?$/i;
const hours = /^(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:h|std)$/i;
const both = /^(\d{1,4})(?::|\s?h\s?)([0-5]?\d)(?:m|min)?$/i;

/** A length of time as typed (`10m`, `1h`, `1:30`, `1h30`, `1,5h`, `90` minutes) in ms, or null. */
export function parseLength(text: string): number | null {
  const whole = minutes.exec(text);
  if (whole) return Number(whole[1]) * minute;
  const decimal = hours.exec(text);
  if (decimal) return Math.round(Number(decimal[1]?.replace(',', '.')) * 60 * minute);
  const parts = both.exec(text);
  if (parts) return (Number(parts[1]) * 60 + Number(parts[2])) * minute;
  return null;
}
