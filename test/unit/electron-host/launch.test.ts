import { expect, test } from 'vitest';
import { hasRealElectron, launchEnvironment } from '../../electron-host/launch.ts';

test('the launch environment names the host, and hides what would turn it into plain Node', () => {
  const env = launchEnvironment({ TAGWERK_HOST: '1', ELECTRON_RUN_AS_NODE: '1', KEPT: 'yes' });
  expect(env['ELECTRON_OVERRIDE_DIST_PATH']).toMatch(/test\/electron-host\/dist$/);
  expect(env['ELECTRON_RUN_AS_NODE']).toBeUndefined();
  expect(env['KEPT']).toBe('yes');
  expect(typeof hasRealElectron()).toBe('boolean');
});
