import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createImage, nativeImage } from '../../electron-host/api/native-image.ts';
import { temporaryFolder as folder } from './support.ts';

/** The beginning of a PNG file, which is all that is read of it. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('nativeImage', () => {
  test('knows the size of a PNG and of its larger brothers', () => {
    const path = join(folder(), 'iconTemplate.png');
    writeFileSync(path, png(16, 16));
    writeFileSync(path.replace('.png', '@2x.png'), png(32, 32));
    const image = nativeImage.createFromPath(path);
    expect(image.isEmpty()).toBe(false);
    expect(image.getSize()).toEqual({ width: 16, height: 16 });
    expect(image.getScaleFactors()).toEqual([1, 2]);
    expect(image.toPNG({ scaleFactor: 2 })).toEqual(png(32, 32));
    expect(image.isTemplateImage()).toBe(true);
  });

  test('what is no PNG is empty', () => {
    expect(nativeImage.createFromPath('/nowhere.png').isEmpty()).toBe(true);
    expect(createImage(Buffer.from('GIF89a')).isEmpty()).toBe(true);
    expect(nativeImage.createFromDataURL('data:text/plain,x').isEmpty()).toBe(true);
    expect(createImage(png(1, 1)).toDataURL()).toMatch(/^data:image\/png;base64,/);
  });
});
