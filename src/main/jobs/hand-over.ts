import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { exportJobSchema } from '../desktop/export-arguments.ts';
import type { JobResult } from './job.ts';

const address =
  process.platform === 'win32'
    ? v.pipe(v.string(), v.regex(/^\\\\\.\\pipe\\tagwerk-[\w-]+$/))
    : v.pipe(v.string(), v.maxLength(100), v.regex(/[/]tagwerk-[\w-]+[/]job$/));

/** A job that a start of the program leaves to the one that runs already; it is told there where to answer. */
export const wishSchema = v.object({ job: exportJobSchema, replyTo: address });
export type Wish = v.InferOutput<typeof wishSchema>;

const resultSchema = v.object({
  code: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
  line: v.pipe(v.string(), v.maxLength(20_000)),
});

/** How long the program that runs may take to begin with the job, ms. */
const patience = 15_000;
const attempts = 30;

/** Where an answer can be awaited that only this user's programs can give. Nothing listens there yet. */
export function drawAddress(): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\tagwerk-${randomBytes(16).toString('hex')}`
    : join(mkdtempSync(join(tmpdir(), 'tagwerk-')), 'job');
}

/** Removes what {@link drawAddress} made. */
export function dropAddress(at: string): void {
  if (process.platform !== 'win32') rmSync(dirname(at), { recursive: true, force: true });
}

/**
 * Waits for what comes of a job that was left to another process. Where the signal is aborted, the other calls the
 * job off, and that is what comes of it.
 *
 * @returns null where there was no answer, or none to the end
 */
export function awaitResult(
  at: string,
  signal: AbortSignal,
  begin: number = patience,
): Promise<JobResult | null> {
  const { promise, resolve } = Promise.withResolvers<JobResult | null>();
  const server: Server = createServer((socket) => {
    clearTimeout(timer);
    server.close();
    const callOff = (): void => void socket.write('cancel\n');
    if (signal.aborted) callOff();
    signal.addEventListener('abort', callOff);
    createInterface({ input: socket }).on('line', (line) => {
      const result = v.safeParse(resultSchema, parsed(line));
      if (result.success) resolve(result.output);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(null));
  });
  const timer = setTimeout(() => resolve(null), begin);
  server.on('error', () => resolve(null));
  server.listen(at);
  return promise.finally(() => {
    clearTimeout(timer);
    server.close();
  });
}

/**
 * Does a job for another process and tells it the result. Called off where that process says so or is gone.
 * Never rejects.
 */
export async function answerWish(
  { job, replyTo }: Wish,
  run: (job: Wish['job'], signal: AbortSignal) => Promise<JobResult>,
): Promise<void> {
  const socket = await connected(replyTo);
  if (!socket) return;
  const control = new AbortController();
  createInterface({ input: socket }).on('line', (line) => line === 'cancel' && control.abort());
  socket.on('close', () => control.abort());
  const result = await run(job, control.signal);
  socket.end(`${JSON.stringify(result)}\n`);
}

/** The other begins to listen once it knows that it is the second. */
async function connected(at: string): Promise<Socket | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const socket = connect(at);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    if (open) return socket;
    await sleep(100);
  }
  return null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
