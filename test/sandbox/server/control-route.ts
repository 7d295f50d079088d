import * as v from 'valibot';
import { parseFaults, type Faults } from '../faults/faults.ts';
import type { RawSession } from '../types.ts';
import type { Answer } from './engine.ts';

/** What the control endpoint may do; the sandbox itself offers it. */
export interface Controls {
  readonly faults: Faults;
  setFaults(change: Partial<Faults>): void;
  readonly requests: ReadonlyMap<string, number>;
  readonly totalRequests: number;
  readonly generated: number;
  update(id: string, patch: Partial<RawSession>): RawSession;
  remove(id: string): void;
  add(session: Partial<RawSession>): RawSession;
}

const fields = v.record(v.string(), v.unknown());
const changeSchema = v.variant('action', [
  v.strictObject({ action: v.literal('update'), id: v.string(), patch: fields }),
  v.strictObject({ action: v.literal('remove'), id: v.string() }),
  v.strictObject({ action: v.literal('add'), session: fields }),
]);

/**
 * `GET` and `POST /control/faults`, `GET /control/requests`, `POST /control/sessions`: for tests and
 * for trying things out. Whatever a request gets wrong is said in one line, with status 400.
 */
export function answerControl(
  controls: Controls,
  method: string,
  path: string,
  body: string,
): Answer {
  try {
    switch (`${method} ${path}`) {
      case 'GET /control/faults':
        return told(controls.faults);
      case 'POST /control/faults':
        controls.setFaults(parseFaults(JSON.parse(body)));
        return told(controls.faults);
      case 'GET /control/requests':
        return told({
          total: controls.totalRequests,
          generated: controls.generated,
          byOperation: Object.fromEntries(controls.requests),
        });
      case 'POST /control/sessions':
        return told(changeSession(controls, JSON.parse(body)));
      default:
        return told({ error: `There is no ${method} ${path}.` }, 404);
    }
  } catch (error) {
    return told({ error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

function changeSession(controls: Controls, input: unknown): RawSession | null {
  const change = v.parse(changeSchema, input);
  switch (change.action) {
    case 'update':
      return controls.update(change.id, change.patch);
    case 'add':
      return controls.add(change.session);
    case 'remove':
      controls.remove(change.id);
      return null;
  }
}

function told(value: unknown, status = 200): Answer {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: JSON.stringify(value) };
}
