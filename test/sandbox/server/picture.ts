import { crc32, deflateSync } from 'node:zlib';
import { hash } from '../data/random.ts';

const cells = 5;
const cellSize = 16;
const side = cells * cellSize;

/** A company's picture: a symmetric pattern in one colour (PNG, 80 × 80), always alike for one id. */
export function pictureOf(id: string): Buffer {
  const start = [...id].reduce((sum, character) => hash(sum, character.charCodeAt(0)), 1);
  const colour = [0, 1, 2].map((channel) => 40 + (hash(start, channel) % 150));
  const rows: number[] = [];
  for (let y = 0; y < side; y += 1) {
    rows.push(0);
    for (let x = 0; x < side; x += 1) {
      const column = Math.floor(x / cellSize);
      const mirrored = Math.min(column, cells - 1 - column);
      const filled = hash(start, mirrored, 10 + Math.floor(y / cellSize)) % 2 === 0;
      rows.push(...(filled ? colour : [245, 245, 245]));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
