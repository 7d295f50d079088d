/** A German VAT id with a right check digit (ISO 7064, MOD 11,10); every tenth is an Austrian one. */
export function vatIdOf(index: number): string {
  const digits = String(10_000_000 + ((index * 7919) % 89_999_999));
  if (index % 10 === 4) return `ATU${digits}`;
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return `DE${digits}${(11 - product) % 10}`;
}
