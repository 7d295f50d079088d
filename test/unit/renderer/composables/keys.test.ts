import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { stepOf, useRoving } from '../../../../src/renderer/composables/use-roving.ts';
import { wantsExport, wishOf } from '../../../../src/renderer/composables/use-shortcuts.ts';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers });

describe('shortcuts', () => {
  it.each([
    ['1', { ctrlKey: true }, { page: 1 }],
    ['2', { metaKey: true }, { page: 2 }],
    ['F5', {}, 'sync'],
    ['r', { ctrlKey: true }, 'sync'],
    ['R', { metaKey: true }, 'sync'],
    ['1', {}, null],
    ['r', {}, null],
    ['0', { ctrlKey: true }, null],
    ['1', { ctrlKey: true, metaKey: true }, null],
    ['1', { ctrlKey: true, altKey: true }, null],
    ['r', { ctrlKey: true, shiftKey: true }, null],
    ['F5', { ctrlKey: true }, null],
    ['F5', { repeat: true }, null],
  ])('%s with %o asks for %o', (key, modifiers, wish) => {
    expect(wishOf(press(key, modifiers))).toEqual(wish);
  });

  it.each([
    ['e', { ctrlKey: true }, true],
    ['E', { metaKey: true }, true],
    ['e', {}, false],
    ['e', { ctrlKey: true, metaKey: true }, false],
    ['e', { ctrlKey: true, shiftKey: true }, false],
    ['e', { ctrlKey: true, altKey: true }, false],
    ['e', { ctrlKey: true, repeat: true }, false],
  ])('%s with %o exports: %s', (key, modifiers, wanted) => {
    expect(wantsExport(press(key, modifiers))).toBe(wanted);
  });
});

describe('roving', () => {
  it('arrow keys go along the list alone', () => {
    expect(stepOf('ArrowDown', 'vertical')).toBe(1);
    expect(stepOf('ArrowDown', 'horizontal')).toBeNull();
    expect(stepOf('ArrowLeft', 'horizontal')).toBe(-1);
    expect(stepOf('Enter', 'vertical')).toBeNull();
  });

  function stage(ids: readonly string[]) {
    const container = document.createElement('div');
    for (const id of ids) {
      const button = document.createElement('button');
      button.dataset['roving'] = id;
      container.append(button);
    }
    document.body.append(container);
    const current = ref<string | null>(null);
    const roving = useRoving(ref(container), () => ids, current, 'vertical');
    const go = (key: string, modifiers = {}): string | undefined => {
      roving.onKey(press(key, modifiers));
      return (document.activeElement as HTMLElement | null)?.dataset['roving'];
    };
    return { roving, go, current };
  }

  it('there is one tab stop, the first until another had the focus', () => {
    const { roving, go } = stage(['a', 'b', 'c']);
    expect(['a', 'b', 'c'].map(roving.tabIndex)).toEqual([0, -1, -1]);
    go('ArrowDown');
    expect(['a', 'b', 'c'].map(roving.tabIndex)).toEqual([-1, 0, -1]);
  });

  it('keys move the focus, and stop at both ends', () => {
    const { go } = stage(Array.from({ length: 15 }, (_, index) => `row-${index}`));
    expect(go('ArrowDown')).toBe('row-1');
    expect(go('PageDown')).toBe('row-11');
    expect(go('PageDown')).toBe('row-14');
    expect(go('ArrowDown')).toBe('row-14');
    expect(go('Home')).toBe('row-0');
    expect(go('ArrowUp')).toBe('row-0');
    expect(go('End')).toBe('row-14');
    expect(go('ArrowUp', { ctrlKey: true })).toBe('row-14');
  });

  it('a row that is gone gives the tab stop back to the first', () => {
    const { roving, current } = stage(['a', 'b']);
    current.value = 'gone';
    expect(roving.tabIndex('a')).toBe(0);
  });
});
