import { createBilling } from './billable.ts';
import { copyRows } from './copy.ts';
import { createDays, type Days } from './days.ts';
import { foundOf } from './found.ts';
import { type Names, namesOf } from './keys.ts';
import { createOrder, firstBefore } from './order.ts';
import { passOver } from './pass.ts';
import { Rows } from './rows.ts';
import { createScratch } from './slots.ts';
import { restoreRows, saveRows } from './snapshot.ts';
import { createSorter } from './sort.ts';
import type { Columns } from './types.ts';

/** Slots that nothing is held in any more before they are given back. */
const mostDead = 50_000;

export function createColumns(): Columns {
  return columnsOf(new Rows());
}

/** What {@link Columns.save} gave, held again; null where it is damaged or of another version. */
export function restoreColumns(parts: readonly Uint8Array[]): Columns | null {
  try {
    const rows = restoreRows(parts);
    return rows === null ? null : columnsOf(rows);
  } catch {
    return null;
  }
}

function columnsOf(initial: Rows): Columns {
  let rows = initial;
  let order = createOrder(rows);
  let sorter = createSorter(rows);
  let names: Names | null = null;
  const scratch = createScratch();
  const zones = new Map<string, Days>();
  const daysOf = (zone: string): Days => {
    const days = zones.get(zone) ?? createDays(zone);
    zones.set(zone, days);
    return days;
  };
  const compact = () => {
    const dead = rows.length - order.size;
    if (dead < mostDead || dead < order.size / 4) return;
    rows = new Rows(copyRows(rows, order.slots()));
    order = createOrder(rows);
    sorter = createSorter(rows);
    names = null;
  };
  return {
    get size() {
      return order.size;
    },
    put(pk, session, exported = 'no') {
      order.put(pk, rows.append(pk, session, exported));
      names = null;
    },
    mark(pks, exported) {
      const slots = Array.from(pks, order.slotOf);
      rows.mark(slots, exported);
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
      const pass = passOver(rows, slots, names, request, scratch, isOvertaken);
      if (pass === null) return null;
      return foundOf(pass, request, { rows, names, sorter, days: daysOf(request.zone) });
    },
    billed(pks, rules, zone) {
      compact();
      names ??= namesOf(rows, order.slots());
      const billing = createBilling(rows, rules, daysOf(zone), names.technicians);
      const slots = pks.map(order.slotOf);
      const each = billing.ofEach(Uint32Array.from(slots.filter((slot) => slot >= 0)));
      let next = 0;
      return Float64Array.from(slots, (slot) => (slot < 0 ? NaN : (each[next++] as number)));
    },
    save: () => saveRows(rows, order.slots()),
  };
}
