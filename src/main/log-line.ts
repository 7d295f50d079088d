export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Bounds that keep a line readable, whatever it is made of. */
const deepest = 6;
const mostEntries = 50;
const longestText = 4000;

/**
 * One line of the log: JSON with time (ISO, UTC), level and message, then the details. Errors are written
 * with stack, cause and the problem they carry; binary data only by its length. Every text and every
 * name in it goes through `clean`, before it is cut to size.
 *
 * @returns the line with its line feed; a line that says so where the details cannot be read.
 */
export function formatLine(
  at: number,
  level: LogLevel,
  message: string,
  details: unknown,
  clean: (text: string) => string,
): string {
  const head = { at: new Date(at).toISOString(), level, message: cut(clean(message)) };
  try {
    const plain = details === undefined ? undefined : toPlain(details, clean, 0, new Set());
    return `${JSON.stringify({ ...head, details: plain })}\n`;
  } catch {
    // A getter or a proxy that throws: the line is worth more than its details.
    return `${JSON.stringify({ ...head, details: '[unreadable]' })}\n`;
  }
}

function toPlain(
  value: unknown,
  clean: (text: string) => string,
  depth: number,
  above: ReadonlySet<object>,
): unknown {
  if (typeof value === 'string') return cut(clean(value));
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return '[circular]';
  if (depth >= deepest) return '[deeper]';
  if (value instanceof URL) return cut(clean(value.href));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  const within = new Set(above).add(value);
  const next = (item: unknown): unknown => toPlain(item, clean, depth + 1, within);
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(next);
  if (value instanceof Map || value instanceof Set)
    return [...value].slice(0, mostEntries).map(next);
  const entries = value instanceof Error ? errorEntries(value) : Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, mostEntries).map(([name, item]) => [cut(clean(name)), next(item)]),
  );
}

/** An error's own fields (`code`, `problem`, …) beside those that are not enumerable. */
function errorEntries(error: Error): [string, unknown][] {
  const own = Object.entries(error).filter(([name]) => name !== 'cause' && name !== 'name');
  const cause: [string, unknown][] = error.cause === undefined ? [] : [['cause', error.cause]];
  return [
    ['name', error.name],
    ['message', error.message],
    ['stack', error.stack],
    ...own,
    ...cause,
  ];
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
