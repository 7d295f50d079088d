import * as v from 'valibot';
import { problemSchema } from '../problem.ts';

/** How a call that may fail in an expected way answers. */
export function outcome<T extends v.GenericSchema>(value: T) {
  return v.variant('ok', [
    v.object({ ok: v.literal(true), value }),
    v.object({ ok: v.literal(false), problem: problemSchema }),
  ]);
}
