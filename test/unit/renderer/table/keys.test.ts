import { describe, expect, it } from 'vitest';
import { headWish, tableWish } from '../../../../src/renderer/table/keys.ts';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...modifiers });

describe('keys in the table', () => {
  it.each([
    ['ArrowDown', {}, 5, { kind: 'go', line: 6 }],
    ['ArrowUp', {}, 5, { kind: 'go', line: 4 }],
    ['ArrowUp', {}, 0, { kind: 'go', line: -1 }],
    ['PageUp', {}, 5, { kind: 'go', line: 0 }],
    ['PageDown', {}, 5, { kind: 'go', line: 25 }],
    ['PageDown', {}, 999_990, { kind: 'go', line: 999_999 }],
    ['End', {}, 5, { kind: 'go', line: 999_999 }],
    ['End', { ctrlKey: true }, 5, { kind: 'go', line: 999_999 }],
    ['Home', { metaKey: true }, 5, { kind: 'go', line: 0 }],
    ['End', { shiftKey: true }, 5, { kind: 'stretch', line: 999_999 }],
    ['ArrowUp', { shiftKey: true }, 0, { kind: 'stretch', line: 0 }],
    ['a', { ctrlKey: true }, 5, { kind: 'all' }],
    ['C', { metaKey: true }, 5, { kind: 'copy' }],
    ['c', {}, 5, null],
    ['c', { ctrlKey: true, shiftKey: true }, 5, null],
    ['ArrowDown', { ctrlKey: true }, 5, null],
    ['ArrowDown', { altKey: true }, 5, null],
    ['Enter', {}, 5, { kind: 'open' }],
    ['Escape', {}, 5, { kind: 'close' }],
    [' ', {}, 5, { kind: 'toggle' }],
    ['Tab', {}, 5, null],
  ] as const)('%s with %o on line %d asks for %o', (key, modifiers, line, wish) => {
    expect(tableWish(press(key, modifiers), line, 1_000_000, 20)).toEqual(wish);
  });

  it.each([
    ['ArrowRight', {}, { kind: 'column', by: 1 }],
    ['ArrowLeft', { altKey: true }, { kind: 'resize', by: -1 }],
    ['Enter', {}, { kind: 'sort' }],
    ['ArrowDown', {}, { kind: 'leave' }],
    ['ArrowDown', { altKey: true }, null],
    ['ArrowLeft', { ctrlKey: true }, null],
  ] as const)('%s with %o on the head asks for %o', (key, modifiers, wish) => {
    expect(headWish(press(key, modifiers))).toEqual(wish);
  });
});
