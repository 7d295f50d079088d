import type { EventEmitter } from 'node:events';
import type { CdpSession } from '../cdp/connection.ts';
import { createEvent } from '../strict.ts';

const levels: Readonly<Record<string, string>> = {
  debug: 'debug',
  verbose: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};

/** `console-message`: what the page logs, and what Chromium says about it, such as a violated policy. */
export function forwardConsole(session: CdpSession, events: EventEmitter): void {
  const tell = (level: string, message: string, lineNumber: number, sourceId: string): void => {
    const details = { level: levels[level] ?? 'info', message, lineNumber, sourceId };
    events.emit('console-message', createEvent(details));
  };
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const words = args.map((each) => String(each.value ?? each.description ?? ''));
    const [top] = stackTrace?.callFrames ?? [];
    tell(type, words.join(' '), (top?.lineNumber ?? 0) + 1, top?.url ?? '');
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, ...where } }) => {
    const message = `Uncaught ${exception?.description?.split('\n')[0] ?? text}`;
    tell('error', message, where.lineNumber + 1, where.url ?? '');
  });
  session.on('Log.entryAdded', ({ entry }) => {
    tell(entry.level, entry.text, entry.lineNumber ?? 0, entry.url ?? '');
  });
}
