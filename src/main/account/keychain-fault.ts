/** Why a keychain refused: it is there and closed, or there is none that works. */
export type KeychainFault = 'locked' | 'unavailable';

/**
 * The Secret Service says this of a closed collection, and does not translate it (GNOME Keyring: "Cannot
 * create an item in a locked collection"; by the specification `…Secret.Error.IsLocked`); the rest is
 * what libsecret and KWallet say of a prompt that was dismissed.
 */
const linuxLocked = /\bis ?locked\b|\blocked collection\b|\bdismissed\b|\bcancell?ed\b/i;

/**
 * Status texts of macOS for a missing or broken keychain: errSecNotAvailable (-25291), errSecNoSuchKeychain
 * (-25294), errSecInvalidKeychain (-25295), errSecNoDefaultKeychain (-25307).
 */
const macUnavailable =
  /no keychain is available|keychain could not be found|not a valid keychain|kein schlüsselbund verfügbar|standardschlüsselbund/i;

/**
 * Reads the text of an error of keytar, which hands on nothing but the system's own words, in
 * the system's own language. So each system has the reading that is right for words nobody knows:
 * Linux and Windows cannot reach a keychain; macOS always has one, and its owner said no
 * (errSecInteractionNotAllowed, errSecAuthFailed, errSecUserCanceled).
 */
export function keychainFault(message: string, platform: NodeJS.Platform): KeychainFault {
  if (platform === 'darwin') return macUnavailable.test(message) ? 'unavailable' : 'locked';
  if (platform === 'win32') return 'unavailable';
  return linuxLocked.test(message) ? 'locked' : 'unavailable';
}
