/** An input field of `Pagination`, as discovery found it. */
export interface InputField {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  /** Neither nullable nor with a default. */
  readonly required: boolean;
}

/** How to page: the names of the fields that take the cursor and the page's size. */
export interface Paging {
  readonly cursor: string;
  readonly cursorRequired: boolean;
  /** Null where no field is plainly the size. */
  readonly size: string | null;
}

const backwards = /before|until|prev|last|end/i;
const forwards = /after|behind|from|since|start|next/i;
const position = /^(offset|skip|page|page_?(no|nr|num|number|index)|index|start|from)$/i;
const amount = /limit|first|size|count|max|take|top|amount/i;

/**
 * Understands `Pagination` by its types: the field of type `Cursor` says behind what to go on, an
 * `Int` how many are wanted. Names only break ties.
 *
 * @returns null where that does not work out; the history is then paged by time frames.
 */
export function understandPagination(fields: readonly InputField[]): Paging | null {
  const cursor = one(
    fields.filter(({ type, list }) => type === 'Cursor' && !list),
    backwards,
    forwards,
  );
  if (!cursor) return null;
  const size = one(
    fields.filter(({ type, list, name }) => type === 'Int' && !list && !position.test(name)),
    backwards,
    amount,
  );
  const understood = new Set([cursor.name, size?.name]);
  if (fields.some(({ name, required }) => required && !understood.has(name))) return null;
  return { cursor: cursor.name, cursorRequired: cursor.required, size: size?.name ?? null };
}

function one(candidates: readonly InputField[], not: RegExp, rather: RegExp): InputField | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  const left = candidates.filter(({ name }) => !not.test(name));
  if (left.length < 2) return left[0] ?? null;
  const preferred = left.filter(({ name }) => rather.test(name));
  return preferred.length === 1 ? (preferred[0] ?? null) : null;
}

/**
 * The value of `$pagination`.
 *
 * @returns null where the page needs none.
 */
export function paginationFor(
  paging: Paging,
  after: string | undefined,
  size: number | null,
): Record<string, string | number> | null {
  const sized = paging.size === null || size === null ? {} : { [paging.size]: size };
  if (after !== undefined) return { ...sized, [paging.cursor]: after };
  return paging.cursorRequired || Object.keys(sized).length === 0 ? null : sized;
}
