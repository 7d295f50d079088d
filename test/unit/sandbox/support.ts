import { openBook, type Book } from '../../sandbox/data/book.ts';
import { buildCompany } from '../../sandbox/data/company.ts';
import type { Source } from '../../sandbox/data/session.ts';
import { buildTimeline } from '../../sandbox/data/timeline.ts';
import type { RawSession } from '../../sandbox/types.ts';

export interface Setting {
  readonly seed?: number;
  readonly sessions?: number;
  readonly start?: number;
  readonly zone?: string;
  readonly live?: boolean;
  /** UTC ms; by default the start. */
  readonly now?: () => number;
}

/** A Monday in November, 14:30 in Berlin. */
export const monday = Date.parse('2026-11-23T13:30:00Z');

export function sourceOf(setting: Setting = {}): Source {
  const {
    seed = 1,
    sessions = 400,
    start = monday,
    zone = 'Europe/Berlin',
    live = false,
  } = setting;
  const timeline = buildTimeline({ seed, sessions, start, zone, live });
  return { seed, company: buildCompany(seed, sessions), timeline };
}

export function bookOf(setting: Setting = {}): Book {
  const start = setting.start ?? monday;
  const now = setting.now ?? (() => start);
  return openBook({
    source: sourceOf(setting),
    now,
    clock: now,
    altered: (session) => session,
    alteration: () => '',
  });
}

export function samples(book: Book): RawSession[] {
  return Array.from({ length: book.visible() }, (_, index) => book.read(index));
}
