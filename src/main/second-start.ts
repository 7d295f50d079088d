import * as v from 'valibot';
import { answerWish, wishSchema } from './jobs/hand-over.ts';
import type { Program } from './program.ts';

/** Does what a second start on the same profile is about: makes an export for it, or shows the window. */
export function heed(wished: unknown, starting: Promise<Program>): void {
  const wish = v.safeParse(wishSchema, wished);
  void starting.then(
    (program) => {
      if (wish.success) return answerWish(wish.output, program.export);
      program.show();
    },
    // It ends, and so the other start finds nobody to answer.
    () => undefined,
  );
}
