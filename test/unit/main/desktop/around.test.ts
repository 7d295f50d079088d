import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmSignOut, tellCrash } from '../../../../src/main/desktop/dialogs.ts';
import { watchNetwork } from '../../../../src/main/desktop/network.ts';
import { watchPower } from '../../../../src/main/desktop/power.ts';
import { claimSingleInstance } from '../../../../src/main/desktop/single-instance.ts';
import { createElectronDouble, type ElectronDouble } from '../../../support/electron-double.ts';

let electron: ElectronDouble;
beforeEach(() => {
  electron = createElectronDouble();
});

describe('claimSingleInstance', () => {
  it('tells the first program of a second start', () => {
    const onSecond = vi.fn();
    expect(claimSingleInstance(electron.app.asElectron(), null, onSecond)).toBe(true);
    electron.app.emit('second-instance', {}, ['--lang=de'], '/', { wish: { job: 7 } });
    // As an older version tells it.
    electron.app.emit('second-instance', {}, ['--lang=de'], '/', null);
    expect(onSecond.mock.calls).toEqual([[{ job: 7 }], [undefined]]);
  });

  it('tells the second that it is one', () => {
    electron.app.lockTaken = true;
    expect(claimSingleInstance(electron.app.asElectron(), null, vi.fn())).toBe(false);
    expect(electron.app.listenerCount('second-instance')).toBe(0);
  });
});

describe('watchPower', () => {
  it('tells of sleep, waking and unlocking until it is stopped', () => {
    const heard: string[] = [];
    const stop = watchPower(electron.powerMonitor, {
      onSuspend: () => heard.push('suspend'),
      onResume: () => heard.push('resume'),
      onUnlock: () => heard.push('unlock'),
    });
    const events = ['suspend', 'resume', 'unlock-screen'];
    for (const event of events) electron.powerMonitor.emit(event);
    expect(heard).toEqual(['suspend', 'resume', 'unlock']);
    stop();
    for (const event of events) electron.powerMonitor.emit(event);
    expect(heard).toHaveLength(3);
  });
});

describe('watchNetwork', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('tells of every change once, until it is stopped', () => {
    let online = true;
    const heard: boolean[] = [];
    const network = watchNetwork({ isOnline: () => online, setInterval, clearInterval }, (now) =>
      heard.push(now),
    );
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
    online = false;
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([false]);
    expect(network.online()).toBe(false);
    online = true;
    vi.advanceTimersByTime(5_000);
    expect(heard).toEqual([false, true]);
    network.stop();
    online = false;
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([false, true]);
  });

  it('knows at once that it starts offline', () => {
    const deps = { isOnline: () => false, setInterval, clearInterval };
    const network = watchNetwork(deps, vi.fn());
    expect(network.online()).toBe(false);
    network.stop();
  });
});

describe('the dialogs', () => {
  it.each([
    [0, true],
    [1, false],
  ])('sign out only where that is pressed (button %i)', async (press, goesOn) => {
    electron.dialog.press = press;
    expect(await confirmSignOut(electron.dialog, 'de')).toBe(goesOn);
    expect(electron.dialog.boxes[0]).toMatchObject({
      buttons: ['Abmelden und entfernen', 'Angemeldet bleiben'],
      defaultId: 1,
      cancelId: 1,
    });
  });

  it('tell of a crash in the language in use', () => {
    tellCrash(electron.dialog, 'en');
    tellCrash(electron.dialog, 'de');
    expect(electron.dialog.errors.map((each) => each.title)).toEqual([
      'Tagwerk’s window has failed twice',
      'Das Fenster von Tagwerk ist zweimal abgestürzt',
    ]);
  });
});
