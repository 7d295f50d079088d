import type { CustomScheme, Protocol } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import type { Schemes } from '../schemes.ts';
import { NotImplementedError, strict } from '../strict.ts';

type Handler = Parameters<Protocol['handle']>[1];

export interface ProtocolHandlers {
  readonly face: Protocol;
  handlerOf(url: string): Handler | undefined;
}

/** The protocol handlers of one session. */
export function createProtocol(life: Lifecycle, schemes: Schemes): ProtocolHandlers {
  const handlers = new Map<string, Handler>();
  const face = {
    registerSchemesAsPrivileged(custom: CustomScheme[]): void {
      life.requireNotReady(
        'protocol.registerSchemesAsPrivileged should be called before app is ready',
      );
      schemes.register(custom);
    },
    handle(scheme: string, handler: Handler): void {
      life.requireReady('protocol.handle can only be called after the app is ready');
      if (handlers.has(scheme)) {
        throw new Error(`The scheme has been registered: ${scheme}`);
      }
      if (!schemes.has(scheme)) {
        throw new NotImplementedError(`protocol.handle of "${scheme}", which is not privileged`);
      }
      handlers.set(scheme, handler);
    },
    unhandle(scheme: string): void {
      if (!handlers.delete(scheme))
        throw new Error(`The scheme has not been registered: ${scheme}`);
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  } satisfies Partial<Protocol>;
  return {
    face: strict(face, 'protocol') as unknown as Protocol,
    handlerOf: (url) => handlers.get(/^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''),
  };
}
