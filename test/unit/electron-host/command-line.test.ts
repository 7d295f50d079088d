import { expect, test } from 'vitest';
import { createSwitchBoard } from '../../electron-host/api/command-line.ts';
import { chromiumFlags } from '../../electron-host/chromium/flags.ts';
import { parseCommandLine } from '../../electron-host/command-line.ts';

test('reads what Playwright starts Electron with', () => {
  const line = parseCommandLine([
    '-r',
    '/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '-r',
    '/recorder.cjs',
    '/app',
    '--user-data-dir=/profile',
    '--lang=de',
    '-r',
    'not-ours',
  ]);
  expect(line).toMatchObject({
    modules: ['/loader.js', '/recorder.cjs'],
    appPath: '/app',
    inspect: { host: '127.0.0.1', port: 0 },
    debuggingPort: 0,
  });
  expect(Object.fromEntries(line.switches)).toMatchObject({
    'user-data-dir': '/profile',
    lang: 'de',
    'no-sandbox': '',
  });
});

test('without arguments there is no app, no debugger and no port', () => {
  expect(parseCommandLine([])).toMatchObject({
    modules: [],
    appPath: null,
    inspect: null,
    debuggingPort: null,
  });
});

test('the app’s switches are told apart from those it was started with', () => {
  const board = createSwitchBoard(new Map([['lang', 'de']]));
  board.face.appendSwitch('Force-Color-Profile', 'srgb');
  board.face.appendArgument('--disable-gpu');
  expect(board.face.getSwitchValue('lang')).toBe('de');
  expect(board.face.hasSwitch('force-color-profile')).toBe(true);
  expect([...board.appended]).toEqual([
    ['force-color-profile', 'srgb'],
    ['disable-gpu', ''],
  ]);
});

test('Chromium gets the app’s switches and none of the app’s own options', () => {
  const flags = chromiumFlags({
    profile: '/temporary',
    headless: true,
    asRoot: false,
    debuggingPort: null,
    given: new Map([
      ['user-data-dir', '/profile'],
      ['endpoint', 'https://example.invalid'],
      ['lang', 'de'],
    ]),
    appended: new Map([
      ['disable-features', 'PaintHolding,Own'],
      ['user-data-dir', '/elsewhere'],
    ]),
  });
  expect(flags).toContain('--user-data-dir=/temporary');
  expect(flags).toContain('--lang=de');
  expect(flags).toContain('--headless=new');
  expect(flags).toContain('--remote-debugging-pipe');
  const text = flags.join(' ');
  expect(text).toMatch(/--disable-features=\S*\bOwn\b/);
  expect(text.match(/--disable-features/g)).toHaveLength(1);
  expect(text).not.toMatch(/endpoint|elsewhere|no-sandbox|remote-debugging-port/);
});

test('the sandbox goes for root alone, and the port opens on demand', () => {
  const flags = chromiumFlags({
    profile: '/temporary',
    headless: false,
    asRoot: true,
    debuggingPort: 0,
    given: new Map(),
    appended: new Map(),
  });
  expect(flags).toContain('--no-sandbox');
  expect(flags).toContain('--remote-debugging-port=0');
  expect(flags.join(' ')).not.toContain('headless');
});
