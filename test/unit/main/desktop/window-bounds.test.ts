import { describe, expect, it } from 'vitest';
import { startBounds } from '../../../../src/main/desktop/window-bounds.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const saved = { x: 100, y: 80, width: 900, height: 600, maximized: false };

describe('startBounds', () => {
  it('opens where the window was', () => {
    expect(startBounds(saved, [screen])).toEqual(saved);
    expect(startBounds({ ...saved, x: 2000, maximized: true }, [screen, second])).toEqual({
      ...saved,
      x: 2000,
      maximized: true,
    });
  });

  it.each([
    ['its screen is gone', { ...saved, x: 2000 }],
    ['it lies left of every screen', { ...saved, x: -890 }],
    ['its title bar is above the screen', { ...saved, y: -400 }],
    ['its title bar is below the screen', { ...saved, y: 1079 }],
  ])('opens in the middle where %s', (_what, lost) => {
    expect(startBounds(lost, [screen])).toEqual({ width: 1040, height: 720, maximized: false });
  });

  it('still opens a window that sticks out but can be taken hold of', () => {
    expect(startBounds({ ...saved, x: 1790 }, [screen])).toMatchObject({ x: 1790 });
  });

  it('is neither smaller than the smallest nor larger than the screen', () => {
    expect(startBounds({ ...saved, width: 1, height: 1 }, [screen])).toMatchObject({
      width: 720,
      height: 480,
    });
    expect(startBounds({ ...saved, width: 9999, height: 9999 }, [screen])).toMatchObject({
      width: 1920,
      height: 1055,
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', '900x600'],
    ['a part', { x: 1, y: 2 }],
    ['no numbers', { ...saved, width: Number.NaN }],
    ['fractions', { ...saved, x: 1.5 }],
    ['infinity', { ...saved, y: Infinity }],
    ['absurd numbers', { ...saved, x: 2 ** 40 }],
    ['a list', [1, 2, 3, 4]],
  ])('opens in the middle where %s was kept', (_what, kept) => {
    expect(startBounds(kept, [screen])).toEqual({ width: 1040, height: 720, maximized: false });
  });

  it('opens in the middle where no screen is known', () => {
    expect(startBounds(saved, [])).toEqual({ width: 1040, height: 720, maximized: false });
  });
});
