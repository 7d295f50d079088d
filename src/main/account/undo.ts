import type { Log } from '../log.ts';

/** The way back from a change of several steps. */
export interface Undo {
  /** Notes how the step just taken is taken back. */
  note(step: () => unknown): void;
  /** Takes everything back, the last step first. A step that fails is logged and stops no other. */
  run(): Promise<void>;
}

export function createUndo(log: Pick<Log, 'warn'>): Undo {
  const steps: (() => unknown)[] = [];
  return {
    note: (step) => void steps.push(step),
    async run() {
      for (const step of steps.splice(0).reverse()) {
        try {
          await step();
        } catch (error) {
          log.warn('a step could not be taken back', error);
        }
      }
    },
  };
}
