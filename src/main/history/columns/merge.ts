type Compare = (a: number, b: number) => number;

/**
 * A sorted list with some numbers put in and others taken out; all in order, and what goes is in it. Copies what
 * lies between the changes, so that few of them cost little in a long list.
 */
export function merge(
  from: Uint32Array,
  fresh: readonly number[],
  gone: readonly number[],
  compare: Compare,
): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(from.length + fresh.length - gone.length);
  let read = 0;
  let written = 0;
  const copyUpTo = (end: number) => {
    result.set(from.subarray(read, end), written);
    written += end - read;
    read = end;
  };
  let nextGone = 0;
  const dropBefore = (put: number | null) => {
    for (; nextGone < gone.length; nextGone++) {
      const drop = gone[nextGone] as number;
      if (put !== null && compare(put, drop) < 0) return;
      copyUpTo(placeOf(from, drop, read, compare));
      read++;
    }
  };
  for (const put of fresh) {
    dropBefore(put);
    copyUpTo(placeOf(from, put, read, compare));
    result[written++] = put;
  }
  dropBefore(null);
  copyUpTo(from.length);
  return result;
}

/** Where a number stands in a sorted list, or would stand, from a place on. */
function placeOf(list: Uint32Array, number: number, from: number, compare: Compare): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as number, number) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
