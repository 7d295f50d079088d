import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { drawIcons } from '../../../scripts/icons/draw.ts';
import { markStates, markSvg } from '../../../scripts/icons/mark.ts';
import { projectFolder } from '../../support/builder.ts';

const resources = join(projectFolder, 'resources');
const drawn = drawIcons();

function committed(folder: string): readonly string[] {
  return readdirSync(join(resources, folder)).map((name) => `${folder}/${name}`);
}

describe('resources/', () => {
  it('holds exactly what is drawn', () => {
    const there = ['mark', 'tray', 'icons'].flatMap(committed);
    expect(there.sort()).toEqual([...drawn.keys()].sort());
  });

  it.each([...drawn.keys()])('%s is up to date', (path) => {
    const file = readFileSync(join(resources, path.replaceAll('/', sep)));
    expect(file.equals(drawn.get(path) ?? Buffer.alloc(0))).toBe(true);
  });
});

/** How much of the ground each pixel covers, from 0 to 255. */
function coverage(svg: string, size: number): readonly number[] {
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  return Array.from(pixels).filter((_, index) => index % 4 === 3);
}

describe('the mark', () => {
  const pairs = markStates.flatMap((one, index) =>
    markStates.slice(index + 1).map((other) => [one, other] as const),
  );

  it.each(pairs)('tells %s from %s at 16 px', (one, other) => {
    const [a, b] = [coverage(markSvg(one, '#000'), 16), coverage(markSvg(other, '#000'), 16)];
    const clearlyDifferent = a.filter((value, index) => Math.abs(value - (b[index] ?? 0)) > 128);
    expect(clearlyDifferent.length).toBeGreaterThanOrEqual(10);
  });

  it.each([16, 20, 24, 32, 40, 48])('has a sharp bar at %i px', (size) => {
    const pixels = coverage(markSvg('problem', '#000', size), size);
    const row = Math.round(size * 0.45);
    const middle = pixels.slice(row * size + Math.ceil(size * 0.3), row * size + size * 0.7);
    expect(middle.filter((value) => value > 0 && value < 255)).toEqual([]);
    expect(middle.filter((value) => value === 255).length).toBeGreaterThanOrEqual(2);
  });

  it.each(markStates)('stays within its ground: %s', (state) => {
    const pixels = coverage(markSvg(state, '#000'), 16);
    const border = pixels.filter((_, i) => i < 16 || i >= 240 || i % 16 === 0 || i % 16 === 15);
    expect(Math.max(...border)).toBe(0);
  });
});

describe('the containers', () => {
  const file = (path: string): Buffer => drawn.get(path) ?? Buffer.alloc(0);

  it.each([
    ['icons/icon.ico', [16, 20, 24, 32, 40, 48, 64, 256]],
    ['tray/idle-on-dark.ico', [16, 20, 24, 32, 40, 48]],
  ])('%s holds every size of Windows', (path, sizes) => {
    const ico = file(path);
    const count = ico.readUInt16LE(4);
    const entries = Array.from({ length: count }, (_, index) => {
      const at = 6 + 16 * index;
      return {
        size: ico.readUInt8(at) || 256,
        length: ico.readUInt32LE(at + 8),
        offset: ico.readUInt32LE(at + 12),
      };
    });
    expect(entries.map((entry) => entry.size)).toEqual(sizes);
    const last = entries.at(-1) ?? { offset: 0, length: 0 };
    expect(last.offset + last.length).toBe(ico.length);
    for (const { size, offset } of entries) {
      if (size === 256) expect(ico.toString('latin1', offset + 1, offset + 4)).toBe('PNG');
      else expect(ico.readInt32LE(offset + 8)).toBe(2 * size);
    }
  });

  it('icons/icon.icns holds every size of macOS', () => {
    const icns = file('icons/icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes: [string, number][] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      sizes.push([icns.toString('latin1', at, at + 4), icns.readUInt32BE(at + 8 + 16)]);
    }
    expect(sizes).toEqual([
      ['ic11', 32],
      ['ic12', 64],
      ['ic07', 128],
      ['ic08', 256],
      ['ic13', 256],
      ['ic09', 512],
      ['ic14', 512],
      ['ic10', 1024],
    ]);
  });

  it('keeps colours at half-covered edges', () => {
    const ico = file('tray/idle-on-dark.ico');
    const bitmap = ico.subarray(ico.readUInt32LE(6 + 12) + 40);
    for (let pixel = 0; pixel < 256; pixel += 1) {
      const [blue, green, red, alpha] = bitmap.subarray(4 * pixel, 4 * pixel + 4);
      if (alpha !== 0) expect([red, green, blue]).toEqual([255, 255, 255]);
    }
  });
});
