import {
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, formerLogFile, logFile, type LogDeps } from '../../../src/main/log.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { temporaryFolders } from '../../support/temporary-folder.ts';

const at = Date.UTC(2026, 10, 23, 8, 30);
const newFolder = temporaryFolders();

function start(options: Partial<LogDeps> = {}) {
  const directory = options.directory ?? join(newFolder(), 'logs');
  const log = createLog({ directory, clock: () => at, ...options });
  const text = (): string => readFileSync(join(directory, logFile), 'utf8');
  const lines = (): unknown[] =>
    text()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  return { log, directory, text, lines };
}

describe('the log', () => {
  it('writes one JSON object a line, with time, level, message and details', () => {
    const { log, lines } = start();
    log.info('started', {
      version: '1.0',
      count: 3n,
      at: new Date(at),
      url: new URL('https://a.de/x'),
    });
    log.warn('line\nfeed');
    log.entry({ level: 'warn', event: 'sync.retry', inMs: 500 });
    expect(lines()).toEqual([
      {
        at: '2026-11-23T08:30:00.000Z',
        level: 'info',
        message: 'started',
        details: {
          version: '1.0',
          count: '3',
          at: '2026-11-23T08:30:00.000Z',
          url: 'https://a.de/x',
        },
      },
      { at: '2026-11-23T08:30:00.000Z', level: 'warn', message: 'line\nfeed' },
      {
        at: '2026-11-23T08:30:00.000Z',
        level: 'warn',
        message: 'sync.retry',
        details: { inMs: 500 },
      },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = start({ level: 'warn' });
    log.debug('no');
    log.info('no');
    log.error('yes');
    expect(lines()).toHaveLength(1);
  });

  it('writes errors with stack, cause and problem', () => {
    const { log, lines } = start();
    const cause = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH' });
    log.error('failed', new ProblemError({ code: 'offline', host: 'a.de' }, { cause }));
    expect(lines()).toMatchObject([
      {
        details: {
          name: 'ProblemError',
          message: 'offline',
          problem: { code: 'offline', host: 'a.de' },
          stack: expect.stringContaining('log.test.ts') as string,
          cause: { name: 'Error', message: 'no route', code: 'EHOSTUNREACH' },
        },
      },
    ]);
  });

  it('is for its owner’s eyes only', () => {
    const { log, directory } = start();
    log.info('x');
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(statSync(join(directory, logFile)).mode & 0o077).toBe(0);
  });

  describe('secrets', () => {
    const secret = 'Grüße/"canary"\\+x';
    const forms = [
      secret,
      JSON.stringify({ secret }),
      `https://a.de/?token=${encodeURIComponent(secret)}`,
      `Basic ${Buffer.from(secret).toString('base64')}`,
      Buffer.from(secret).toString('base64url'),
    ];

    it.each(forms)('takes out %s wherever it stands', (form) => {
      const { log, text } = start();
      log.protect(secret);
      log.info(`message ${form}`, { nested: [{ [form]: form }], map: new Map([[form, form]]) });
      log.error('error', new Error(form, { cause: new Error(form) }));
      log.warn('odd', Object.assign(new Error('x'), { problem: { userComment: form } }));
      expect(text()).toContain('[secret]');
      expect(text()).not.toContain('canary');
      expect(text()).not.toContain(encodeURIComponent(secret));
      expect(text()).not.toContain(Buffer.from(secret).toString('base64url'));
    });

    it('takes out a secret that holds another one whole', () => {
      const { log, text } = start();
      log.protect('inner');
      log.protect('outer-inner-rest');
      log.info('outer-inner-rest');
      expect(text()).not.toMatch(/outer|rest/);
    });

    it('takes out a secret that the cut would have halved', () => {
      const { log, text } = start();
      log.protect(secret);
      log.info(`${'.'.repeat(3995)}${secret}`);
      expect(text()).not.toContain('Grü');
    });

    it('takes out what looks like a JWT, and leaves other words alone', () => {
      const { log, lines } = start();
      log.protect('x');
      log.info('Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-_x, next to eyJ and a.b.c');
      expect(lines()).toMatchObject([{ message: 'Bearer [secret], next to eyJ and a.b.c' }]);
    });

    it('never writes bytes', () => {
      const { log, lines } = start();
      log.info('key', { key: new Uint8Array(32), buffer: new ArrayBuffer(8) });
      expect(lines()).toMatchObject([{ details: { key: '[32 bytes]', buffer: '[8 bytes]' } }]);
    });
  });

  it('keeps two files of about the given size', () => {
    const { log, directory, text } = start({ maxBytes: 2000 });
    for (let i = 0; i < 100; i += 1) log.info(`line ${i}`);
    const former = readFileSync(join(directory, formerLogFile), 'utf8');
    expect(text().length).toBeLessThanOrEqual(2000);
    expect(former.length).toBeLessThanOrEqual(2000);
    expect(text()).toContain('line 99');
    const numbers = `${former}${text()}`.match(/line \d+/g) ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.at(0)).toBe(`line ${100 - numbers.length}`);
  });

  it('goes on after its files were removed', () => {
    const { log, directory, lines } = start();
    log.info('one');
    unlinkSync(join(directory, logFile));
    log.info('two');
    expect(lines()).toMatchObject([{ message: 'two' }]);
  });

  describe('never throws', () => {
    it.runIf(existsSync('/dev/full'))('on a full disk, and says later what was lost', () => {
      const { log, directory, lines } = start();
      log.info('before');
      const file = join(directory, logFile);
      const before = readFileSync(file);
      unlinkSync(file);
      symlinkSync('/dev/full', file);
      log.info('lost');
      log.info('lost');
      unlinkSync(file);
      writeFileSync(file, before);
      log.info('after');
      expect(lines()).toMatchObject([
        { message: 'before' },
        { message: 'lines were lost', details: { lost: 2 } },
        { message: 'after' },
      ]);
    });

    it('where its folder cannot be made', () => {
      const file = join(newFolder(), 'file');
      writeFileSync(file, '');
      const { log } = start({ directory: join(file, 'logs') });
      log.info('x');
      expect(readFileSync(file, 'utf8')).toBe('');
    });

    it('whatever it is given', () => {
      const { log, lines } = start();
      const circle: Record<string, unknown> = { name: 'circle' };
      circle['self'] = circle;
      const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => ({ inner }), 'end');
      const hostile = {
        get trap(): string {
          throw new Error('trap');
        },
      };
      const odd = [
        undefined,
        null,
        Number.NaN,
        Symbol('s'),
        () => 1,
        new Date(Number.NaN),
        '\ud800',
      ];
      for (const details of [circle, deep, hostile, odd, 'x'.repeat(100_000)]) {
        log.info('odd', details);
      }
      const written = lines() as { details: unknown }[];
      expect(written.map(({ details }) => details)).toMatchObject([
        { name: 'circle', self: '[circular]' },
        { inner: {} },
        '[unreadable]',
        [null, null, 'NaN', '[symbol]', '[function]', null, '\ud800'],
        expect.stringMatching(/^x{4000}…$/) as string,
      ]);
    });
  });
});
