import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/**
 * The real tools on a real bus of its own, on which the bus itself is the only program: that their
 * answers are read as they are written. Only Linux has such a bus.
 */
describe.runIf(platform() === 'linux')('a session bus', () => {
  const source = join(import.meta.dirname, '../../../src/main/desktop/session-bus.ts');
  const script = `
    import { execFile } from 'node:child_process';
    import { promisify } from 'node:util';
    import { createSessionBus } from ${JSON.stringify(source)};
    const run = async (program, args) => {
      if (program !== process.argv[1]) throw new Error('not asked');
      return (await promisify(execFile)(program, args)).stdout;
    };
    const bus = createSessionBus(run);
    console.log(JSON.stringify({
      bus: await bus.processOf('org.freedesktop.DBus'),
      nobody: await bus.processOf('org.example.Nobody'),
      panel: await bus.trayProperty('IsStatusNotifierHostRegistered'),
    }));
  `;

  it.each(['gdbus', 'dbus-send'])('is asked with %s', async (tool) => {
    const node = [process.execPath, '--input-type=module', '-e', script, tool];
    const { stdout } = await promisify(execFile)('dbus-run-session', ['--', ...node]);
    expect(JSON.parse(stdout)).toEqual({
      bus: expect.any(Number) as number,
      nobody: null,
      panel: null,
    });
  });
});
