import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loginPage } from './strike.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Answers with what is said to be a picture. @returns whether there is one of that name. */
export async function sendHostilePicture(
  response: ServerResponse,
  name: string,
  path: string,
): Promise<boolean> {
  switch (name) {
    case 'endless-picture':
      response.setHeader('content-type', 'image/png');
      await pipeline(Readable.from(endless()), response);
      return true;
    case 'huge-picture':
      response.setHeader('content-type', 'image/png').end(header(60_000, 60_000));
      return true;
    case 'svg-picture':
      response
        .setHeader('content-type', 'image/svg+xml')
        .end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      return true;
    case 'html-picture':
      response.setHeader('content-type', 'image/png').end(loginPage);
      return true;
    case 'redirect-loop':
      response.writeHead(302, { location: path }).end();
      return true;
    default:
      return false;
  }
}

/** The beginning of a picture, and zeros until nobody listens any more. */
function* endless(): Generator<Buffer> {
  yield header(80, 80);
  for (;;) yield Buffer.alloc(65_536);
}

/** What a PNG begins with. */
function header(width: number, height: number): Buffer {
  const chunk = Buffer.alloc(25);
  chunk.writeUInt32BE(13, 0);
  chunk.write('IHDR', 4, 'latin1');
  chunk.writeUInt32BE(width, 8);
  chunk.writeUInt32BE(height, 12);
  chunk.set([8, 2, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from(signature), chunk]);
}
