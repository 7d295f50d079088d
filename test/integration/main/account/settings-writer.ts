import '../../../support/without-electron.ts';
import { createSettings } from '../../../../src/main/account/settings.ts';

/** Writes settings without end, to be killed at it. */
const settings = createSettings({
  directory: process.argv[2] ?? '',
  log: { warn: (...line) => console.error(line) },
});
settings.setProfile({
  endpoint: 'https://a.example/graphql',
  ownEmail: 'jana@example.com',
  removalPending: false,
});
console.log('writing');
for (let dark = true; ; dark = !dark) {
  settings.change({ theme: dark ? 'dark' : 'light' });
}
