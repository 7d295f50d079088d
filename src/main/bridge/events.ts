import type { WebContents } from 'electron';
import * as v from 'valibot';
import { events, type Payload } from '../../shared/bridge/contract.ts';
import { channels, type EventName } from '../../shared/bridge/names.ts';

export interface BroadcastDeps {
  readonly windows: () => readonly Pick<WebContents, 'send' | 'isDestroyed'>[];
  readonly report: (message: string, error?: unknown) => void;
}

/** Tells every open window; only what the contract names crosses. */
export type Broadcast = <N extends EventName>(name: N, payload: Payload<N>) => void;

export function createBroadcast(deps: BroadcastDeps): Broadcast {
  return (name, payload) => {
    const parsed = v.safeParse(events[name], payload);
    if (!parsed.success) {
      const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'payload');
      deps.report(`${name} was not sent, it is malformed: ${where.join(', ')}`);
      return;
    }
    for (const contents of deps.windows()) {
      if (!contents.isDestroyed()) contents.send(channels.event, name, parsed.output);
    }
  };
}
