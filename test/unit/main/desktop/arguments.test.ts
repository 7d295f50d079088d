import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../src/main/desktop/arguments.ts';

const parse = (...argv: string[]) => parseArguments(argv, '1.2.3', '/work/here');

function parsed(...argv: string[]) {
  const result = parse(...argv);
  if (result.kind !== 'run') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.arguments;
}

function refused(...argv: string[]): string {
  const result = parse(...argv);
  if (result.kind !== 'refuse') throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.message;
}

describe('parseArguments', () => {
  it('leaves everything as it is without arguments', () => {
    expect(parsed()).toEqual({
      userDataDir: null,
      endpoint: null,
      language: null,
      headless: false,
      demo: false,
      hidden: false,
      job: null,
    });
  });

  it('reads every option', () => {
    expect(
      parsed(
        '--user-data-dir=/tmp/a profile',
        '--endpoint=https://api.example.de/graphql',
        '--lang=de',
        '--headless',
        '--demo',
        '--hidden',
      ),
    ).toEqual({
      userDataDir: '/tmp/a profile',
      endpoint: 'https://api.example.de/graphql',
      language: 'de',
      headless: true,
      demo: true,
      hidden: true,
      job: null,
    });
  });

  it('makes a relative folder absolute, from where the program was started', () => {
    expect(parsed('--user-data-dir=../profile').userDataDir).toBe('/work/profile');
  });

  it.each([
    ['https://API.example.de', 'https://api.example.de/'],
    ['http://localhost:4000/graphql', 'http://localhost:4000/graphql'],
    ['http://127.0.0.1:4000/graphql', 'http://127.0.0.1:4000/graphql'],
  ])('takes the endpoint %s', (typed, canonical) => {
    expect(parsed(`--endpoint=${typed}`).endpoint).toBe(canonical);
  });

  it.each(['http://api.example.de', 'ftp://x', 'nonsense', 'file:///etc/passwd'])(
    'refuses the endpoint %s',
    (typed) => {
      expect(refused(`--endpoint=${typed}`)).toContain('--endpoint needs an https address');
    },
  );

  it('does not repeat an endpoint that holds a password', () => {
    expect(refused('--endpoint=https://me:hunter2@example.de')).not.toContain('hunter2');
  });

  it.each([
    ['de', 'de'],
    ['en', 'en'],
    ['de-AT', 'de'],
    ['en_US', 'en'],
    ['DE', 'de'],
  ])('takes the language %s', (typed, language) => {
    expect(parsed(`--lang=${typed}`).language).toBe(language);
  });

  it.each(['fr', 'german', 'x', 'd'])('refuses the language %s', (typed) => {
    expect(refused(`--lang=${typed}`)).toBe(`--lang is de or en, not ${typed}`);
  });

  it.each(['--endpoint', '--endpoint=', '--lang', '--user-data-dir='])(
    'asks for the value that %s lacks',
    (argument) => {
      expect(refused(argument, 'https://elsewhere.example')).toContain('needs a value');
    },
  );

  it('lets the last of several count', () => {
    expect(parsed('--lang=de', '--lang=en').language).toBe('en');
  });

  it('lets switches of Electron and Chromium pass', () => {
    const argv = [
      '--inspect=0',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--disable-gpu',
      '--ozone-platform-hint=auto',
      '--enable-logging=stderr',
      '-r',
      '/some/loader.js',
      '.',
    ];
    expect(parsed(...argv)).toEqual(parsed());
    expect(parsed(...argv, '--headless=new', '--demo')).toMatchObject({
      headless: true,
      demo: true,
    });
  });

  it('reads nothing behind --', () => {
    expect(parsed('--', '--demo', '--lang=fr')).toEqual(parsed());
  });

  it.each([
    ['--endpiont=https://example.de', '--endpiont is not known; --endpoint is'],
    ['--end-point=https://example.de', '--end-point is not known; --endpoint is'],
    ['--headles', '--headles is not known; --headless is'],
    ['--userdata-dir=/x', '--userdata-dir is not known; --user-data-dir is'],
    ['--hiden', '--hiden is not known; --hidden is'],
  ])('names the option that %s was meant to be', (typed, message) => {
    expect(refused(typed)).toBe(message);
  });

  it.each(['--demo=yes', '--hidden=1', '--help=me'])('refuses a value in %s', (argument) => {
    expect(refused(argument)).toContain('takes no value');
  });

  it('prints its version and its usage', () => {
    expect(parse('--version')).toEqual({ kind: 'print', text: 'Tagwerk 1.2.3\n' });
    const help = parse('--help', '--lang=de');
    const usage = help.kind === 'print' ? help.text : '';
    for (const option of ['user-data-dir=DIR', 'endpoint=URL', 'lang=de|en', 'headless', 'demo']) {
      expect(usage).toContain(`--${option}`);
    }
  });

  it('says what is wrong in one line, whatever was typed', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0x10ffff }))
      .map((points) => String.fromCodePoint(...points));
    const argument = fc.oneof(
      anyText.map((text) => `--lang=${text}`),
      anyText.map((text) => `--endpoint=${text}`),
      anyText.map((text) => `--endpoin${text}`),
      anyText,
    );
    fc.assert(
      fc.property(fc.array(argument), (argv) => {
        const result = parse(...argv);
        if (result.kind !== 'refuse') return;
        // eslint-disable-next-line no-control-regex -- exactly these must not reach a terminal
        expect(result.message).not.toMatch(/[\n\r\u001b\u202e]|[\u0000-\u001f]/);
        expect(result.message.length).toBeLessThan(200);
      }),
    );
  });
});
