import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestKeychain } from '../../support/keychain.ts';

/** A Linux desktop with a panel that takes the icon of whoever asks. */
export interface TestPanel {
  /** The keychain's environment, with the panel in it. */
  in(keychain: TestKeychain | 'system'): TestKeychain | 'system';
  remove(): void;
}

/**
 * Answers what the app asks the panel through `gdbus`, in its place: under Xvfb there is no panel, and
 * to own a name on the bus would take a D-Bus library. The app is the parent of what it runs.
 */
const gdbus = `#!/bin/sh
case "$*" in
  *IsStatusNotifierHostRegistered) echo '(<true>,)' ;;
  *RegisteredStatusNotifierItems) echo "(<['org.freedesktop.StatusNotifierItem-$PPID-1/x']>,)" ;;
  *) exit 1 ;;
esac
`;

export function createPanel(): TestPanel {
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-panel-'));
  writeFileSync(join(folder, 'gdbus'), gdbus, { mode: 0o755 });
  return {
    in(keychain) {
      if (keychain === 'system') return keychain;
      const PATH = [folder, keychain.env['PATH'] ?? ''].join(delimiter);
      return { ...keychain, env: { ...keychain.env, PATH } };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
