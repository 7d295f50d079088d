const digitBits = 16;
const digits = 1 << digitBits;
const words = 4;

/**
 * Slots by a number, the least first; equal ones stay as they came, and those without a number (NaN) go
 * last. A radix sort: a comparing one takes twenty times as long over a million of them.
 */
export function byNumber(slots: Uint32Array, of: (slot: number) => number): Uint32Array {
  const keys = new Float64Array(slots.length);
  for (let i = 0; i < slots.length; i++) keys[i] = of(slots[i] as number) + 0;
  const parts = new Uint16Array(sortable(keys).buffer);
  let order = new Uint32Array(slots.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let other = new Uint32Array(slots.length);
  for (let word = 0; word < words; word++) {
    if (!scatter(parts, word, order, other)) continue;
    [order, other] = [other, order];
  }
  for (let i = 0; i < order.length; i++) order[i] = slots[order[i] as number] as number;
  return order;
}

/** Turns the bits of each number, in place, into those of an integer that is ordered alike. */
function sortable(keys: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const halves = new Uint32Array(keys.buffer);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const high = halves[i * 2 + 1] as number;
    if (key !== key) {
      halves[i * 2] = 0xffffffff;
      halves[i * 2 + 1] = 0xffffffff;
    } else if (high >>> 31 === 1) {
      halves[i * 2] = ~(halves[i * 2] as number);
      halves[i * 2 + 1] = ~high;
    } else halves[i * 2 + 1] = high | 0x80000000;
  }
  return keys;
}

/** Sorts places by one digit of their keys. @returns whether there was anything to sort. */
function scatter(
  parts: Uint16Array,
  word: number,
  order: Uint32Array,
  target: Uint32Array,
): boolean {
  const starts = new Uint32Array(digits + 1);
  for (let at = word; at < parts.length; at += words) {
    const next = (parts[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  if (starts.includes(order.length)) return false;
  for (let digit = 1; digit <= digits; digit++)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  for (let i = 0; i < order.length; i++) {
    const place = order[i] as number;
    const digit = parts[place * words + word] as number;
    const at = starts[digit] as number;
    target[at] = place;
    starts[digit] = at + 1;
  }
  return true;
}
