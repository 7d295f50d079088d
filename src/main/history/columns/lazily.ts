/** Works a value out when it is first asked for, once. */
export function lazily<T>(work: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => (held ??= { value: work() }).value;
}
