import { describe, expect, it } from 'vitest';
import {
  paginationFor,
  understandPagination,
  type InputField,
} from '../../../../src/main/pcvisit/pagination.ts';

/** `name:Type`, with `!` where it is required and `[]` where it is a list. */
function fields(...written: string[]): InputField[] {
  return written.map((field) => {
    const [name = '', type = ''] = field.split(':');
    const list = type.startsWith('[');
    return { name, type: type.replace(/[^A-Za-z]/g, ''), list, required: type.endsWith('!') };
  });
}

describe('understandPagination', () => {
  it.each([
    [['after:Cursor', 'first:Int'], 'after', 'first'],
    [['behind:Cursor', 'limit:Int'], 'behind', 'limit'],
    [['zeiger:Cursor', 'anzahl:Int'], 'zeiger', 'anzahl'],
    [['zeiger:Cursor'], 'zeiger', null],
    [['before:Cursor', 'after:Cursor', 'first:Int', 'last:Int'], 'after', 'first'],
    [['cursor:Cursor', 'offset:Int', 'pageSize:Int'], 'cursor', 'pageSize'],
    [['cursor:Cursor', 'offset:Int'], 'cursor', null],
    [['cursor:Cursor', 'a:Int', 'b:Int'], 'cursor', null],
    [['cursor:Cursor', 'direction:Direction'], 'cursor', null],
    [['cursor:Cursor!', 'first:Int!'], 'cursor', 'first'],
  ])('%j goes on behind %s', (written, cursor, size) => {
    expect(understandPagination(fields(...written))).toMatchObject({ cursor, size });
  });

  it.each([
    [['page:Int', 'size:Int']],
    [[]],
    [['a:Cursor', 'b:Cursor']],
    [['cursors:[Cursor]']],
    [['cursor:Cursor', 'direction:Direction!']],
    [['cursor:Cursor', 'offset:Int!']],
  ])('%j is not understood', (written) => {
    expect(understandPagination(fields(...written))).toBeNull();
  });
});

describe('paginationFor', () => {
  const paging = { cursor: 'after', cursorRequired: false, size: 'first' };

  it('builds what the server wants', () => {
    expect(paginationFor(paging, 'c', 10)).toEqual({ after: 'c', first: 10 });
    expect(paginationFor(paging, 'c', null)).toEqual({ after: 'c' });
    expect(paginationFor(paging, undefined, 10)).toEqual({ first: 10 });
    expect(paginationFor(paging, undefined, null)).toBeNull();
    expect(paginationFor({ ...paging, size: null }, undefined, 10)).toBeNull();
    expect(paginationFor({ ...paging, cursorRequired: true }, undefined, 10)).toBeNull();
  });
});
