import { beforeEach, describe, expect, it } from 'vitest';
import { secureContents, secureSession } from '../../../../src/main/desktop/security.ts';
import { createElectronDouble, type ElectronDouble } from '../../../support/electron-double.ts';

let electron: ElectronDouble;
let reports: string[];
const guard = (packaged = true): void => {
  const deps = { packaged, report: (message: string) => reports.push(message) };
  secureSession(electron.session.asElectron(), deps);
  secureContents(electron.app.asElectron(), deps);
};
beforeEach(() => {
  electron = createElectronDouble();
  reports = [];
});

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'midi',
  'midiSysex',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'idle-detection',
  'window-management',
  'unknown',
] as const;

describe('permissions', () => {
  it.each(permissions)('refuses %s, asked for and checked', (permission) => {
    guard();
    expect(electron.session.asksFor(permission)).toBe(false);
    expect(electron.session.has(permission)).toBe(false);
    expect(reports).toEqual([`The permission ${permission} was refused.`]);
  });

  it('refuses devices', () => {
    guard();
    expect(electron.session.mayUseDevice()).toBe(false);
  });

  it('refuses downloads', () => {
    guard();
    expect(electron.session.downloads()).toBe(false);
  });
});

describe('the network', () => {
  it.each([
    ['https://example.de/x', false],
    ['http://127.0.0.1/', false],
    ['ws://localhost/', false],
    ['file:///etc/passwd', false],
    ['ftp://example.de/', false],
    ['data:text/html,x', false],
    ['app://other/', false],
    ['app://tagwerk.evil.de/', false],
    ['app://tagwerk@evil.de/', false],
    ['app://user@tagwerk/', false],
    ['app:tagwerk', false],
    ['nonsense', false],
    ['devtools://devtools/bundled/x.js', false],
    ['app://tagwerk/', true],
    ['app://tagwerk/assets/index.js', true],
  ])('loads %s: %s', (url, loads) => {
    guard();
    expect(electron.session.loads(url)).toBe(loads);
  });

  it('loads developer tools where the app is not packaged', () => {
    guard(false);
    expect(electron.session.loads('devtools://devtools/bundled/x.js')).toBe(true);
    expect(electron.session.loads('https://example.de/')).toBe(false);
  });

  it('reports where a request went, without what it carried', () => {
    guard();
    electron.session.loads('https://evil.de/steal?token=secret');
    expect(reports).toEqual(['A request to https://evil.de was refused.']);
  });
});

describe('every web contents', () => {
  const contents = () => {
    electron.createWindow({});
    return electron.window().webContents;
  };

  it.each([
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
    'will-attach-webview',
  ] as const)('stays where it is on %s', (event) => {
    expect(contents().tries(event)).toBe(true);
    guard();
    expect(contents().tries(event)).toBe(false);
    expect(reports).toHaveLength(1);
  });

  it('opens no windows', () => {
    guard();
    for (const url of ['https://example.de/', 'about:blank', 'app://tagwerk/', 'javascript:1']) {
      expect(contents().openWindow(url)).toBe('deny');
    }
  });
});

describe('certificates', () => {
  it('are left to Electron, which refuses bad ones', () => {
    guard();
    for (const event of ['certificate-error', 'select-client-certificate', 'login']) {
      expect(electron.app.listenerCount(event)).toBe(0);
    }
  });
});
