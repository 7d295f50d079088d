import { describe, expect, it } from 'vitest';
import { keychainFault } from '../../../../src/main/account/keychain-fault.ts';

describe('keychainFault', () => {
  it.each([
    // GNOME Keyring, KWallet and KeePassXC, through libsecret.
    ['Cannot create an item in a locked collection', 'locked'],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The collection is locked', 'locked'],
    ['The prompt was dismissed', 'locked'],
    ['Operation was cancelled', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
    ['D-Bus kann nicht automatisch ohne X11 $DISPLAY gestartet werden', 'unavailable'],
    ['Could not connect: No such file or directory', 'unavailable'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'unavailable'],
    ['Timeout was reached', 'unavailable'],
    ['The operation was blocked', 'unavailable'],
    ['', 'unavailable'],
  ])('Linux: %j is %s', (message, fault) => {
    expect(keychainFault(message, 'linux')).toBe(fault);
    expect(keychainFault(message, 'freebsd')).toBe(fault);
  });

  it.each([
    ['User interaction is not allowed.', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['Eine Benutzerinteraktion ist nicht erlaubt.', 'locked'],
    ['An unknown error occurred.', 'locked'],
    ['No keychain is available. You may need to restart your computer.', 'unavailable'],
    ['The specified keychain could not be found.', 'unavailable'],
    ['A default keychain could not be found.', 'unavailable'],
  ])('macOS: %j is %s', (message, fault) => {
    expect(keychainFault(message, 'darwin')).toBe(fault);
  });

  it.each([
    'A specified logon session does not exist. It may already have been terminated.',
    'Eine angegebene Anmeldesitzung ist nicht vorhanden. Sie wurde gegebenenfalls bereits beendet.',
    'The stub received bad data.',
    'The item is locked',
  ])('Windows has no lock: %j is unavailable', (message) => {
    expect(keychainFault(message, 'win32')).toBe('unavailable');
  });
});
