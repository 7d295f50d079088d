import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFixture, type Fixture } from './support.ts';

interface FixturePage {
  fetchOutside(): Promise<string>;
  evaluate(): unknown;
  violations: string[];
}
declare const page: FixturePage;

interface InMain {
  fixture: { visited: string[] };
}

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.app.close());

function inMain(): Promise<InMain['fixture']> {
  return fixture.app.evaluate(() => {
    const { visited } = (globalThis as unknown as InMain).fixture;
    return { visited };
  });
}

/** Where the page is, in the app's own addresses. */
function address(): Promise<string | undefined> {
  return fixture.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
}

describe('the policy of the page', () => {
  test('keeps inline scripts from running', async () => {
    const ran = await fixture.page.evaluate(() => 'inlineRan' in globalThis);
    expect(ran).toBe(false);
    const violations = await fixture.page.evaluate(() => page.violations);
    expect(violations).toContain('script-src-elem');
  });

  test('keeps the page’s own scripts off the network', async () => {
    expect(await fixture.page.evaluate(() => page.fetchOutside())).toBe('TypeError');
    expect(await fixture.page.evaluate(() => page.violations)).toContain('connect-src');
  });

  test('keeps the page’s own scripts from making code of text', async () => {
    // Called from a timer of the page: a debugger's own call is exempt from the policy.
    const outcome = await fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => resolve(page.evaluate()), 0);
        }),
    );
    expect(outcome).toBe('EvalError');
  });
});

describe('the app’s own scheme', () => {
  test('is a secure origin, answered by its handler alone', async () => {
    expect(await fixture.page.evaluate('isSecureContext')).toBe(true);
    expect(await address()).toBe('app://fixture/index.html');
    const asked = await fixture.app.evaluate(() => {
      const { requests } = (globalThis as unknown as { fixture: { requests: string[] } }).fixture;
      return [...new Set(requests)];
    });
    expect(asked).toEqual(['app://fixture/index.html', 'app://fixture/page.js']);
  });

  test('a handler is taken away again', async () => {
    const handled = await fixture.app.evaluate(({ protocol, session }) => {
      const other = session.fromPartition('other').protocol;
      const states = [protocol.isProtocolHandled('app'), other.isProtocolHandled('app')];
      other.handle('app', () => new Response('other'));
      states.push(other.isProtocolHandled('app'));
      other.unhandle('app');
      return [...states, other.isProtocolHandled('app')];
    });
    expect(handled).toEqual([true, false, true, false]);
  });
});

describe('navigation', () => {
  test('that the app prevents leaves the page where it is', async () => {
    await fixture.page.click('#outside');
    await expect
      .poll(async () => (await inMain()).visited)
      .toEqual(['https://example.invalid/outside']);
    await fixture.page.evaluate(() => {
      (globalThis as unknown as { location: { href: string } }).location.href =
        'https://example.invalid/by-script';
    });
    await expect
      .poll(async () => (await inMain()).visited.at(-1))
      .toBe('https://example.invalid/by-script');
    expect(await address()).toBe('app://fixture/index.html');
    expect(await fixture.page.evaluate('document.title')).toBe('Fixture');
  });

  test('to what asks nothing of the network is told as well, and can be prevented', async () => {
    const go = (target: string): Promise<void> =>
      fixture.page.evaluate((code) => {
        const page = globalThis as unknown as { location: { href: string } };
        page.location.href = code === 'blob' ? URL.createObjectURL(new Blob(['<h1>'])) : code;
      }, target);
    for (const target of ['mailto:a@b.invalid', 'about:blank', 'blob']) {
      await go(target);
      await expect
        .poll(async () => (await inMain()).visited.at(-1))
        .toMatch(new RegExp(`^${target}`));
      await go('#still-here');
      await expect.poll(address).toBe('app://fixture/index.html#still-here');
      await go('#');
    }
  });

  test('that the app allows is followed; reloading by a test asks nobody', async () => {
    await fixture.page.click('#inside');
    await fixture.page.getByRole('heading', { name: 'Second' }).waitFor();
    expect(await address()).toBe('app://fixture/second.html');
    const before = (await inMain()).visited;
    expect(before.at(-1)).toBe('app://fixture/second.html');
    await fixture.page.reload();
    await fixture.page.getByRole('heading', { name: 'Second' }).waitFor();
    expect((await inMain()).visited).toEqual(before);
    await fixture.page.goBack();
    await fixture.page.getByRole('heading', { name: 'Fixture' }).waitFor();
  });

  test('to a missing page rejects in Electron’s words', async () => {
    const message = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL('https://nowhere.invalid/');
        return 'loaded';
      } catch (error) {
        const { message: text, code, errno } = error as Error & { code: string; errno: number };
        return [text, code, errno];
      } finally {
        window.destroy();
      }
    });
    const [text, code, errno] = message as [string, string, number];
    expect(text).toBe(`${code} (${errno}) loading 'https://nowhere.invalid/'`);
    expect(errno).toBeLessThan(-100);
  });
});
