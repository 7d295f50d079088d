import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures, hostEnvironment, launchFixture, runHost, temporaryFolder } from './support.ts';

interface ReadyOrder {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly fetched: string;
  readonly events: readonly string[];
  readonly isReady: boolean;
}

function profile(): string {
  return `--user-data-dir=${temporaryFolder()}`;
}

describe('start and end', () => {
  test('what belongs before ready fails after it, and the other way round', async () => {
    const { stdout, code, stderr } = await runHost([join(fixtures, 'ready-order.js'), profile()]);
    expect(stderr).toBe('');
    const said = JSON.parse(stdout) as ReadyOrder;
    expect(said.before).toEqual({
      window: 'Cannot create BrowserWindow before app is ready',
      tray: 'Cannot create Tray before app is ready',
      notification: 'Cannot create Notification before app is ready',
      session: 'Session can only be received when app is ready',
      screen: "The 'screen' module can't be used before the app 'ready' event",
      shortcut: 'globalShortcut cannot be used before the app is ready',
      schemes: 'done',
      sandbox: 'done',
    });
    expect(said.fetched).toBe('net.fetch can only be used after the app is ready');
    expect(said.after).toMatchObject({
      window: 'done',
      session: 'done',
      screen: 'done',
      notification: 'done',
      shortcut: 'done',
      schemes: 'protocol.registerSchemesAsPrivileged should be called before app is ready',
      sandbox: 'app.enableSandbox() can only be called before app is ready',
    });
    expect(said.after['tray']).toMatch(/icon\.png/);
    expect(said.events).toEqual([
      'will-finish-launching',
      'ready',
      'before-quit',
      'will-quit',
      'quit 0',
    ]);
    expect(said.isReady).toBe(true);
    expect(code).toBe(0);
  });

  test('a window or a listener that objects keeps the app alive', async () => {
    const { stdout, code } = await runHost([join(fixtures, 'quits.js'), profile()]);
    expect(stdout.trim().split('\n')).toEqual([
      'before-quit',
      'close',
      'still 1',
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'before-quit',
      'quit',
    ]);
    expect(code).toBe(0);
  });

  test('an exit code reaches whoever started the host, and nothing stays behind', async () => {
    const ended = await runHost([join(fixtures, 'exits.js'), '7']);
    expect(ended).toEqual({ code: 7, stdout: '', stderr: '', leftovers: [] });
  });

  test('Ctrl+C is the app’s to answer', async () => {
    const { stdout, ...ended } = await runHost(
      [join(fixtures, 'stays.js')],
      hostEnvironment,
      (host) => {
        host.stdout.once('data', () => process.kill(-(host.pid ?? 0), 'SIGINT'));
      },
    );
    expect(stdout.trim().split('\n')).toEqual(['here', 'before-quit', 'quit']);
    expect(ended).toEqual({ code: 0, stderr: '', leftovers: [] });
  });

  test('without a Chromium, or an app, one line says so', async () => {
    const env = { ...hostEnvironment, TAGWERK_CHROMIUM: '/nowhere/chromium' };
    const noChromium = await runHost([join(fixtures, 'exits.js')], env);
    expect(noChromium.code).toBe(1);
    expect(noChromium.stderr).toMatch(/^electron host: no Chromium found\. .+\n$/);
    const broken = await runHost([join(fixtures, 'stays.js')], {
      ...hostEnvironment,
      TAGWERK_CHROMIUM: '/bin/false',
    });
    expect(broken.code).toBe(1);
    expect(broken.stderr).toBe('electron host: Chromium ended (1).\n');
    const noApp = await runHost(['/nowhere/app']);
    expect(noApp.code).toBe(1);
    expect(noApp.stderr).toBe('electron host: unable to find the app at /nowhere/app\n');
  });

  test('an app that throws while it loads ends with its error', async () => {
    const { code, stderr, leftovers } = await runHost([join(fixtures, 'throws.js')]);
    expect(code).toBe(1);
    expect(stderr).toContain('Error: broken on purpose');
    expect(leftovers).toEqual([]);
  });
});

describe('one program per profile', () => {
  test('a second start tells the first and ends; another profile runs beside it', async () => {
    const userData = temporaryFolder();
    const first = await launchFixture([], userData);
    await first.firstWindow();
    const args = [join(fixtures, 'app'), `--user-data-dir=${userData}`, '--extra'];
    const second = await runHost(args);
    expect(second.code).toBe(0);
    const told = await first.evaluate(async () => {
      const { fixture } = globalThis as unknown as {
        fixture: { second?: { argv: string[]; cwd: string; data: unknown } };
      };
      while (!fixture.second) await new Promise((resolve) => setTimeout(resolve, 20));
      return fixture.second;
    });
    expect(told.argv.slice(1)).toEqual(args);
    expect(told.cwd).toBe(process.cwd());
    expect(told.data).toEqual({ hello: 'there' });

    const other = await launchFixture();
    const [one, two] = await Promise.all([first.firstWindow(), other.firstWindow()]);
    await Promise.all(
      [one, two].map((page) => page.getByRole('heading', { name: 'Fixture' }).waitFor()),
    );
    await one.evaluate("localStorage.setItem('mark', 'one')");
    expect(await two.evaluate("localStorage.getItem('mark')")).toBe(null);
    await first.close();
    await other.close();

    const again = await launchFixture([], userData);
    expect(await again.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
    await again.close();
  });
});
