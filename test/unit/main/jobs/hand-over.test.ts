import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as v from 'valibot';
import {
  answerWish,
  awaitResult,
  drawAddress,
  dropAddress,
  wishSchema,
  type Wish,
} from '../../../../src/main/jobs/hand-over.ts';
import type { JobResult } from '../../../../src/main/jobs/job.ts';

const done: JobResult = { code: 0, line: 'Tagwerk: 7 Sitzungen exportiert' };
const calledOff: JobResult = { code: 130, line: 'Tagwerk: Abgebrochen' };
const job: Wish['job'] = {
  wanted: 'My week',
  format: 'csv',
  profile: null,
  out: '/tmp/a.csv',
  overwrite: false,
  again: false,
  notExported: false,
  sync: false,
  language: null,
};

function place(): string {
  const replyTo = drawAddress();
  onTestFinished(() => dropAddress(replyTo));
  return replyTo;
}

/** Ends as soon as it is called off. */
const untilCalledOff = (_job: unknown, signal: AbortSignal): Promise<JobResult> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(calledOff)));

describe('a job left to the program that runs', () => {
  it('is done there, and its result told here', async () => {
    const replyTo = place();
    const run = vi.fn(() => Promise.resolve(done));
    // It may be asked before anybody listens.
    const answering = answerWish({ job, replyTo }, run);
    expect(await awaitResult(replyTo, new AbortController().signal)).toEqual(done);
    await answering;
    expect(run).toHaveBeenCalledExactlyOnceWith(job, expect.any(AbortSignal));
  });

  it('is called off there where it is called off here', async () => {
    const replyTo = place();
    const control = new AbortController();
    const result = awaitResult(replyTo, control.signal);
    const begun = Promise.withResolvers<undefined>();
    void answerWish({ job, replyTo }, (...args) => {
      begun.resolve(undefined);
      return untilCalledOff(...args);
    });
    await begun.promise;
    control.abort();
    expect(await result).toEqual(calledOff);
  });

  it('is called off there where whoever left it is gone', async () => {
    const replyTo = place();
    const { createServer } = await import('node:net');
    const server = createServer((socket) => socket.destroy()).listen(replyTo);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const ended = vi.fn();
    await answerWish({ job, replyTo }, (...args) => untilCalledOff(...args).finally(ended));
    expect(ended).toHaveBeenCalledOnce();
  });

  it('has no result where nobody takes it, or nobody brings it to its end', async () => {
    expect(await awaitResult(place(), new AbortController().signal, 20)).toBeNull();
    const replyTo = place();
    const result = awaitResult(replyTo, new AbortController().signal);
    const socket = connect(replyTo);
    await once(socket, 'connect');
    socket.end('nonsense\n{"code":"0","line":1}\n');
    expect(await result).toBeNull();
  });

  it('takes an address of ours alone, and leaves nothing of it', () => {
    const replyTo = drawAddress();
    expect(v.is(wishSchema, { job, replyTo })).toBe(true);
    for (const other of ['/run/docker.sock', '/tmp/tagwerk-x/../../etc/job', 'job', ''])
      expect(v.is(wishSchema, { job, replyTo: other })).toBe(false);
    expect(v.is(wishSchema, { job: { ...job, format: 'exe' }, replyTo })).toBe(false);
    dropAddress(replyTo);
    if (process.platform !== 'win32') expect(existsSync(dirname(replyTo))).toBe(false);
  });
});
