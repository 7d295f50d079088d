import { promisify } from 'node:util';
import type { Readable } from 'node:stream';
import { open, type Entry, type Options, type ZipFile } from 'yauzl';

const openZip = promisify<string, Options, ZipFile>(open);

/** How many rows each sheet of a workbook has, in their order. */
export async function rowsBySheet(path: string): Promise<readonly number[]> {
  const zip = await openZip(path, { lazyEntries: true });
  const rows: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zip.on('end', resolve);
  zip.on('error', reject);
  zip.on('entry', (entry: Entry) => {
    if (!entry.fileName.startsWith('xl/worksheets/')) return zip.readEntry();
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      countRows(stream).then((count) => {
        rows.push(count);
        zip.readEntry();
      }, reject);
    });
  });
  zip.readEntry();
  await promise;
  return rows;
}

const start = '<row ';

async function countRows(stream: Readable): Promise<number> {
  let count = 0;
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + (chunk as Buffer).toString('latin1');
    let at = text.indexOf(start);
    for (; at >= 0; at = text.indexOf(start, at + start.length)) count += 1;
    // What might be the beginning of another.
    rest = text.slice(-(start.length - 1));
  }
  return count;
}
