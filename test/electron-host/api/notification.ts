import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { createEvent, faceOf, KnownEvents, strict } from '../strict.ts';

const events = ['action', 'click', 'close', 'failed', 'reply', 'show'];

/** Electron's `Notification`: kept, not drawn; a test emits `click`. */
export function createNotificationClass(life: Lifecycle): typeof Notification {
  class HostNotification extends KnownEvents {
    title: string;
    subtitle: string;
    body: string;
    silent: boolean;
    urgency: string;
    timeoutType: string;
    closeButtonText: string;
    actions: unknown[];
    hasReply: boolean;
    private shown = false;

    static isSupported(): boolean {
      return true;
    }

    constructor(options: NotificationConstructorOptions = {}) {
      life.requireReady('Cannot create Notification before app is ready');
      super('Notification', events);
      this.title = options.title ?? '';
      this.subtitle = options.subtitle ?? '';
      this.body = options.body ?? '';
      this.silent = options.silent ?? false;
      this.urgency = options.urgency ?? 'normal';
      this.timeoutType = options.timeoutType ?? 'default';
      this.closeButtonText = options.closeButtonText ?? '';
      this.actions = options.actions ?? [];
      this.hasReply = options.hasReply ?? false;
      return faceOf(this, 'Notification');
    }

    show(): void {
      this.shown = true;
      this.emit('show', createEvent({}));
    }

    close(): void {
      if (!this.shown) return;
      this.shown = false;
      this.emit('close', createEvent({}));
    }
  }

  return strict(HostNotification, 'Notification') as unknown as typeof Notification;
}
