/** Puts one of a list into another place; beyond the ends it stays at the end. */
export function placed<T>(list: readonly T[], mover: T, to: number): readonly T[] {
  if (!list.includes(mover)) return list;
  const others = list.filter((each) => each !== mover);
  const place = Math.min(others.length, Math.max(0, to));
  return [...others.slice(0, place), mover, ...others.slice(place)];
}

/** Takes one out of a list, or puts it at its end. The last one cannot be taken out. */
export function switched<T>(list: readonly T[], one: T): readonly T[] {
  const others = list.filter((each) => each !== one);
  if (others.length === list.length) return [...list, one];
  return others.length === 0 ? list : others;
}
