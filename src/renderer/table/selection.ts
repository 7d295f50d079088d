/** Lines from `first` to `last`, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Chosen lines. What is being stretched runs from where it began to where it is; `kept` are the lines
 * chosen besides, in order and apart from each other.
 */
export interface Selection {
  readonly kept: readonly Range[];
  readonly stretch: { readonly from: number; readonly to: number } | null;
}

export const nothing: Selection = { kept: [], stretch: null };

/** One line alone, from which Shift stretches. */
export function only(line: number): Selection {
  return { kept: [], stretch: { from: line, to: line } };
}

/** Everything there is. */
export function everything(lines: number): Selection {
  return lines > 0 ? { kept: [], stretch: { from: 0, to: lines - 1 } } : nothing;
}

/** Stretches to a line from where it began, or from `origin` where nothing has begun. */
export function stretched({ kept, stretch }: Selection, line: number, origin: number): Selection {
  return { kept, stretch: { from: stretch?.from ?? origin, to: line } };
}

/** Adds a line, or takes it out where it is chosen. */
export function toggled(selection: Selection, line: number): Selection {
  const ranges = rangesOf(selection);
  if (!isChosen(selection, line)) return { kept: ranges, stretch: { from: line, to: line } };
  return { kept: ranges.flatMap((range) => without(range, line)), stretch: null };
}

/** The chosen lines, in order, apart from each other. */
export function rangesOf({ kept, stretch }: Selection): readonly Range[] {
  if (stretch === null) return kept;
  const { from, to } = stretch;
  return merged([...kept, { first: Math.min(from, to), last: Math.max(from, to) }]);
}

export function isChosen({ kept, stretch }: Selection, line: number): boolean {
  if (stretch && line >= Math.min(stretch.from, stretch.to)) {
    if (line <= Math.max(stretch.from, stretch.to)) return true;
  }
  return kept.some(({ first, last }) => first <= line && line <= last);
}

/** How many lines are chosen. */
export function chosenCount(selection: Selection): number {
  return rangesOf(selection).reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

function without({ first, last }: Range, line: number): readonly Range[] {
  if (line < first || line > last) return [{ first, last }];
  return [
    { first, last: line - 1 },
    { first: line + 1, last },
  ].filter((part) => part.first <= part.last);
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = all.at(-1);
    if (before && range.first <= before.last + 1) {
      all[all.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
    } else all.push(range);
  }
  return all;
}
