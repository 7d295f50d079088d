import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locateApp } from '../../electron-host/app-location.ts';
import { temporaryFolder as folder } from './support.ts';

describe('locateApp', () => {
  test('a folder with a package, or one file', () => {
    const path = folder();
    mkdirSync(join(path, 'out'));
    writeFileSync(join(path, 'out/main.js'), '');
    const described = {
      name: 'small',
      productName: 'Small',
      version: '2.0.0',
      main: 'out/main.js',
    };
    writeFileSync(join(path, 'package.json'), JSON.stringify(described));
    const main = join(path, 'out/main.js');
    expect(locateApp(path, '/')).toEqual({ name: 'Small', version: '2.0.0', path, main });
    expect(locateApp('out/main.js', path)).toMatchObject({ path: join(path, 'out'), main });
  });

  test('what is missing is named', () => {
    const path = folder();
    expect(() => locateApp(null, path)).toThrow(/name the app to run/);
    expect(() => locateApp('gone', path)).toThrow(`unable to find the app at ${path}/gone`);
    expect(() => locateApp(path, '/')).toThrow(/no package\.json/);
    writeFileSync(join(path, 'package.json'), '{"main":"built.js"}');
    expect(() => locateApp(path, '/')).toThrow(`the app's main file is missing: ${path}/built.js`);
  });
});
