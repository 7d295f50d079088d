import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { calls, type Received, type Response } from '../../shared/bridge/contract.ts';
import { callNames, channels, type CallName } from '../../shared/bridge/names.ts';
import { problemOf } from '../../shared/problem.ts';

/** One handler for every call of the contract; one that is missing does not compile. */
export type Handlers = {
  readonly [N in CallName]: (request: Received<N>) => Response<N> | Promise<Response<N>>;
};

export interface CallsDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly handlers: Handlers;
  /** Whether the call comes from our own page in one of our own windows. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Told of refused and failed calls; `error` may hold anything and is for the log alone. */
  readonly report: (message: string, error?: unknown) => void;
}

/**
 * Answers the renderer. A call from elsewhere, of another name or with a malformed request is
 * refused. Of an answer only what the contract names crosses, so that nothing secret can by mistake.
 * What fails crosses as a problem where the contract has room for one, else as a rejection that
 * says nothing but the call's name.
 */
export function registerCalls(deps: CallsDeps): void {
  const known: ReadonlySet<unknown> = new Set(callNames);
  deps.ipcMain.handle(channels.call, async (event, name: unknown, request: unknown) => {
    if (!deps.isTrusted(event)) throw refusal(deps, 'A call from another page was refused.');
    if (!known.has(name)) throw refusal(deps, 'A call by an unknown name was refused.');
    return await answer(deps, name as CallName, request);
  });
}

async function answer(deps: CallsDeps, name: CallName, request: unknown): Promise<unknown> {
  const parsed = v.safeParse(calls[name].request, request);
  if (!parsed.success) {
    // Only where the request was wrong: what it held may be a token.
    const where = [...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? 'request'))];
    throw refusal(deps, `${name} was refused as malformed: ${where.join(', ')}.`);
  }
  try {
    const handler = deps.handlers[name] as (request: unknown) => unknown;
    return v.parse(calls[name].response, await handler(parsed.output));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'unexpected') deps.report(`${name} failed`, error);
    if (crossesAsOutcome(name)) return { ok: false, problem };
    // eslint-disable-next-line preserve-caught-error -- the page learns nothing of the cause
    throw new Error(`${name} failed.`);
  }
}

function crossesAsOutcome(name: CallName): boolean {
  return calls[name].response.type === 'variant';
}

function refusal(deps: CallsDeps, message: string): Error {
  deps.report(message);
  return new Error(message);
}
