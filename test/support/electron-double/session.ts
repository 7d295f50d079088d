import { EventEmitter } from 'node:events';
import type { Protocol, Session, WebRequest } from 'electron';
import { EventDouble } from './contents.ts';

type PermissionRequest = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type DeviceCheck = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>;
type Permission = Parameters<PermissionRequest>[1];
type BeforeRequest = (
  details: { url: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

/** A browser session as Electron makes it: it grants and loads everything until it is told not to. */
export class SessionDouble extends EventEmitter {
  #request: PermissionRequest = (_contents, _permission, answer) => answer(true);
  #check: PermissionCheck = () => true;
  #device: DeviceCheck = () => true;
  #beforeRequest: BeforeRequest = (_details, answer) => answer({});
  readonly handlers = new Map<string, (request: Request) => Response | Promise<Response>>();

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: DeviceCheck): void {
    this.#device = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener;
    },
  } as unknown as WebRequest;
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
      if (this.handlers.has(scheme)) throw new Error('Failed to register protocol');
      this.handlers.set(scheme, handler);
    },
  } as unknown as Protocol;

  asksFor(permission: Permission): boolean {
    let granted: boolean | null = null;
    const answer = (value: boolean): void => {
      granted = value;
    };
    this.#request(null as never, permission, answer, {} as never);
    return granted ?? true;
  }
  has(permission: Permission): boolean {
    return this.#check(null, permission, '', {} as never);
  }
  mayUseDevice(): boolean {
    return this.#device({} as never);
  }
  loads(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest({ url }, (response) => {
      cancelled = response.cancel ?? false;
    });
    return !cancelled;
  }
  downloads(): boolean {
    const event = new EventDouble();
    this.emit('will-download', event);
    return !event.defaultPrevented;
  }

  asElectron(): Session {
    return this as unknown as Session;
  }
}
