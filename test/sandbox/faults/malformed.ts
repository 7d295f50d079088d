type Json = Record<string, unknown>;

/** Ways a session can be unreadable, none of which GraphQL itself would let through. */
const damages: readonly ((session: Json) => unknown)[] = [
  (session) => ({ ...session, id: null }),
  (session) => ({ ...session, sessionCreatedAt: 'gestern' }),
  ({ name: _name, ...rest }) => rest,
  (session) => ({ ...session, lastUpdatedAt: {} }),
  (session) => ({ ...session, participants: 'niemand' }),
  (session) => ({ ...session, clientCompany: { companyFolderDisplayName: 7 } }),
  () => null,
  (session) => ({ ...session, duration: '12 Minuten', state: null }),
];

/** Whether the n-th session is one of every so-manieth that are damaged. */
export function isDamaged(index: number, every: number | null): boolean {
  return every !== null && index >= 0 && index % every === every - 1;
}

/**
 * Damages nodes of an answer that is JSON already, behind GraphQL's back.
 *
 * @param shown for each response key that holds a history: the sessions' indexes in order.
 */
export function damageSessions(
  body: string,
  shown: ReadonlyMap<string, readonly number[]>,
  every: number,
): string {
  const answer = JSON.parse(body) as {
    data?: Record<string, { nodes?: { value?: Json }[] } | null>;
  };
  for (const [key, indexes] of shown) {
    for (const [position, node] of (answer.data?.[key]?.nodes ?? []).entries()) {
      const index = indexes[position];
      if (index === undefined || !isDamaged(index, every)) continue;
      const damage = damages[Math.floor(index / every) % damages.length];
      if (damage && node.value) Object.assign(node, { value: damage(node.value) });
    }
  }
  return JSON.stringify(answer);
}
