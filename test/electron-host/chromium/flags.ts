/** Keeps Chromium quiet: no first-run pages, no traffic of its own, no questions. */
const always = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-dev-shm-usage',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
];

const disabledFeatures = [
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
  'PaintHolding',
  'DialMediaRouteProvider',
];

/** Of the host's own arguments only these mean something to Chromium. */
const handedOn = [
  'lang',
  'no-sandbox',
  'disable-gpu',
  'force-color-profile',
  'force-device-scale-factor',
  'force-prefers-reduced-motion',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'ozone-platform',
  'proxy-server',
];

/** The host's own affair, whatever the app appends. */
const withheld = new Set([
  'user-data-dir',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'headless',
]);

export interface FlagSources {
  readonly profile: string;
  readonly headless: boolean;
  readonly asRoot: boolean;
  readonly debuggingPort: number | null;
  /** The host's own command line. */
  readonly given: ReadonlyMap<string, string>;
  /** What was added through `app.commandLine`. */
  readonly appended: ReadonlyMap<string, string>;
}

/** What a second start on the same folder needs to reach the first. */
export function reachingFlags({ profile, asRoot }: FlagSources): string[] {
  return [`--user-data-dir=${profile}`, ...(asRoot ? ['--no-sandbox', '--test-type'] : [])];
}

/** Chromium's command line, without the executable. */
export function chromiumFlags(from: FlagSources): string[] {
  const switches = new Map<string, string>();
  for (const name of handedOn) {
    const value = from.given.get(name);
    if (value !== undefined) switches.set(name, value);
  }
  for (const [name, value] of from.appended) if (!withheld.has(name)) switches.set(name, value);
  const features = [...disabledFeatures, ...(switches.get('disable-features') ?? '').split(',')];
  switches.set('disable-features', [...new Set(features)].filter(Boolean).join(','));
  // Chromium refuses to sandbox its renderers as root; `test-type` spares the person a warning bar.
  if (from.asRoot) switches.set('no-sandbox', '').set('test-type', '');
  if (from.headless) switches.set('headless', 'new');
  const own = [...switches].map(([name, value]) => `--${name}${value === '' ? '' : `=${value}`}`);
  const debugging = ['--remote-debugging-pipe'];
  if (from.debuggingPort !== null) debugging.push(`--remote-debugging-port=${from.debuggingPort}`);
  return [...new Set([...always, ...own, ...debugging, `--user-data-dir=${from.profile}`])];
}
