import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { beginsLikePicture, pictureKind } from '../../../../src/main/clients/picture-kind.ts';
import { pictureOf } from '../../../sandbox/server/picture.ts';

const bytes = (text: string, length = 40) => Buffer.from(text.padEnd(length, '\0'), 'latin1');

function webp(form: string, write: (buffer: Buffer) => void): Buffer {
  const buffer = bytes(`RIFF\0\0\0\0WEBP${form}`);
  write(buffer);
  return buffer;
}

/** A JPEG's segments: its start, a comment, and a frame of 640 × 480. */
const jpeg = Buffer.from(
  'ffd8fffe000a4b6f6d6d656e7461ffc0001108' + '01e00280' + '03012200021101031101ffd9',
  'hex',
);

describe('a picture', () => {
  it.each([
    ['a PNG', pictureOf('x'), { type: 'image/png', width: 80, height: 80 }],
    ['a GIF', bytes('GIF89a\x40\x01\xf0\x00'), { type: 'image/gif', width: 320, height: 240 }],
    ['a JPEG', jpeg, { type: 'image/jpeg', width: 640, height: 480 }],
    [
      'a lossy WebP',
      webp('VP8 ', (to) => to.writeUInt16LE(100, 26) && to.writeUInt16LE(50, 28)),
      { type: 'image/webp', width: 100, height: 50 },
    ],
    [
      'a lossless WebP',
      webp('VP8L', (to) => to.writeUInt32LE((49 << 14) | 99, 21)),
      { type: 'image/webp', width: 100, height: 50 },
    ],
    [
      'an extended WebP',
      webp('VP8X', (to) => to.writeUIntLE(99, 24, 3) && to.writeUIntLE(49, 27, 3)),
      { type: 'image/webp', width: 100, height: 50 },
    ],
  ])('%s is known by its bytes', (_, picture, kind) => {
    expect(pictureKind(picture)).toEqual(kind);
    expect(beginsLikePicture(picture)).toBe(true);
  });

  it.each([
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytes('<!doctype html><html></html>')],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100)],
    ['a BMP', bytes('BM')],
    ['an archive', deflateSync(Buffer.alloc(100))],
    ['a sound', bytes('RIFF\0\0\0\0WAVEfmt ')],
  ])('%s is none', (_, other) => {
    expect(beginsLikePicture(other)).toBe(false);
    expect(pictureKind(other)).toBeNull();
  });

  it.each([
    ['a PNG of no width', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a PNG that begins otherwise', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIDAT\0\0\0\x09\0\0\0\x09')],
    ['a PNG cut short', pictureOf('x').subarray(0, 18)],
    ['a JPEG without a frame', jpeg.subarray(0, 16)],
    ['a JPEG whose segment leads nowhere', Buffer.from(`ffd8ffe0${'0000'.repeat(20)}`, 'hex')],
    ['an unknown WebP', bytes('RIFF\0\0\0\0WEBPVP9 ')],
  ])('%s is none that can be shown', (_, broken) => {
    expect(beginsLikePicture(broken)).toBe(true);
    expect(pictureKind(broken)).toBeNull();
  });
});
