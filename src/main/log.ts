import * as fs from 'node:fs';
import { join } from 'node:path';
import { formatLine, type LogLevel } from './log-line.ts';
import { createRedaction } from './log-redaction.ts';

/** One line that a part of the program words as data: an event's name and its details. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** Writing never throws and never waits: a program is not worse off for a log that cannot be kept. */
export interface Log {
  debug(message: string, details?: unknown): void;
  info(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
  error(message: string, details?: unknown): void;
  readonly entry: (entry: LogEntry) => void;
  /** Takes a secret out of every later line. */
  protect(secret: string): void;
}

export interface LogDeps {
  /** The folder of the log files; made when the first line is written. */
  readonly directory: string;
  /** Lines below it are not written. */
  readonly level?: LogLevel;
  /** The size at which a file is put aside, in bytes: two of them are kept. */
  readonly maxBytes?: number;
  /** UTC ms. */
  readonly clock?: () => number;
}

export const logFile = 'tagwerk.log';
export const formerLogFile = 'tagwerk.1.log';

const order: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * The program's log: one JSON object a line. Lines are written at once, so that the last ones before
 * a crash are there; there are few of them.
 */
export function createLog(deps: LogDeps): Log {
  const { directory, level: lowest = 'info', maxBytes = 1_000_000, clock = Date.now } = deps;
  const file = join(directory, logFile);
  const redaction = createRedaction();
  let lost = 0;

  const clean = (text: string): string => redaction.clean(text);
  const format = (level: LogLevel, message: string, details: unknown): string =>
    formatLine(clock(), level, message, details, clean);

  function write(level: LogLevel, message: string, details: unknown): void {
    if (order[level] < order[lowest]) return;
    try {
      const lines = [format(level, message, details)];
      if (lost > 0) {
        lines.unshift(format('warn', 'lines were lost', { lost }));
      }
      append(lines.join(''));
      lost = 0;
    } catch {
      // Disk full, no rights: there is nowhere left to say so but the next line that can be written.
      lost += 1;
    }
  }

  function append(text: string): void {
    const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    else if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
      fs.renameSync(file, join(directory, formerLogFile));
    }
    fs.appendFileSync(file, text, { mode: 0o600 });
  }

  return {
    debug: (message, details) => write('debug', message, details),
    info: (message, details) => write('info', message, details),
    warn: (message, details) => write('warn', message, details),
    error: (message, details) => write('error', message, details),
    entry: ({ level, event, ...details }) => write(level, event, details),
    protect: (secret) => redaction.protect(secret),
  };
}
