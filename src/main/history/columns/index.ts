import { createDays, type Days } from './days.ts';
import { foundOf } from './found.ts';
import { type Names, namesOf } from './keys.ts';
import { createOrder } from './order.ts';
import { firstBefore, passOver } from './pass.ts';
import { emptyArrays, noValues, Rows } from './rows.ts';
import { restoreRows, saveRows } from './snapshot.ts';
import type { Columns } from './types.ts';

/** Slots that nothing is held in any more before they are given back. */
const mostDead = 50_000;

export function createColumns(): Columns {
  return columnsOf(new Rows(emptyArrays(0), noValues));
}

/** What {@link Columns.save} gave, held again; null where it is damaged or of another version. */
export function restoreColumns(bytes: Uint8Array): Columns | null {
  try {
    const rows = restoreRows(bytes);
    return rows === null ? null : columnsOf(rows);
  } catch {
    return null;
  }
}

function columnsOf(initial: Rows): Columns {
  let rows = initial;
  let order = orderOf(rows);
  let names: Names | null = null;
  const zones = new Map<string, Days>();
  const daysOf = (zone: string): Days => {
    const days = zones.get(zone) ?? createDays(zone);
    zones.set(zone, days);
    return days;
  };
  const compact = () => {
    const dead = rows.length - order.size;
    if (dead < mostDead || dead < order.size / 4) return;
    const { arrays, values } = rows.copy(order.slots());
    rows = new Rows(arrays, values);
    order = orderOf(rows);
    names = null;
  };
  return {
    get size() {
      return order.size;
    },
    put(pk, session) {
      order.put(pk, rows.append(pk, session));
      names = null;
    },
    remove(pk) {
      order.remove(pk);
      names = null;
    },
    removeBefore(instant) {
      const slots = order.slots();
      const { created, pk } = rows.arrays;
      for (const slot of slots.subarray(firstBefore(slots, created, instant)))
        order.remove(pk[slot] as number);
      names = null;
    },
    search(request, isOvertaken) {
      compact();
      const slots = order.slots();
      names ??= namesOf(rows, slots);
      const pass = passOver(rows, slots, names, request, isOvertaken);
      return pass === null ? null : foundOf(rows, pass, names, request, daysOf(request.zone));
    },
    save: () => saveRows(rows, order.slots()),
  };
}

function orderOf(rows: Rows) {
  const order = createOrder(rows);
  for (let slot = 0; slot < rows.length; slot++) order.put(rows.arrays.pk[slot] as number, slot);
  return order;
}
