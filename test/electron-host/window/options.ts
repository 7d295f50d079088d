import { isAbsolute } from 'node:path';
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { NotImplementedError } from '../strict.ts';

/** Options that mean something here, or whose effect lies outside what the host shows. */
const known: ReadonlySet<string> = new Set<keyof BrowserWindowConstructorOptions>([
  'alwaysOnTop',
  'autoHideMenuBar',
  'backgroundColor',
  'center',
  'closable',
  'darkTheme',
  'focusable',
  'frame',
  'fullscreen',
  'fullscreenable',
  'hasShadow',
  'height',
  'icon',
  'maxHeight',
  'maxWidth',
  'maximizable',
  'minHeight',
  'minWidth',
  'minimizable',
  'movable',
  'paintWhenInitiallyHidden',
  'resizable',
  'roundedCorners',
  'show',
  'skipTaskbar',
  'title',
  'titleBarOverlay',
  'titleBarStyle',
  'trafficLightPosition',
  'useContentSize',
  'webPreferences',
  'width',
  'x',
  'y',
]);

const knownPreferences: ReadonlySet<string> = new Set<keyof WebPreferences>([
  'additionalArguments',
  'allowRunningInsecureContent',
  'autoplayPolicy',
  'backgroundThrottling',
  'contextIsolation',
  'devTools',
  'disableDialogs',
  'enableWebSQL',
  'experimentalFeatures',
  'javascript',
  'navigateOnDragDrop',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'partition',
  'plugins',
  'preload',
  'safeDialogs',
  'sandbox',
  'session',
  'spellcheck',
  'v8CacheOptions',
  'webSecurity',
  'webviewTag',
]);

/** The value a preference must have, where it is given at all. */
const required: Readonly<Partial<Record<keyof WebPreferences, boolean>>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
};

/** What would open the page up, and which the host therefore does not offer. */
const refused: Readonly<Partial<Record<keyof WebPreferences, boolean>>> = {
  webSecurity: false,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  navigateOnDragDrop: true,
  plugins: true,
  webviewTag: true,
};

/** @throws NotImplementedError or Error where a window could not be made as asked for. */
export function checkOptions(options: BrowserWindowConstructorOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (!known.has(name)) throw new NotImplementedError(`BrowserWindow option "${name}"`);
    if (name === 'fullscreen' && value === true) {
      throw new NotImplementedError('BrowserWindow option "fullscreen"');
    }
  }
  checkPreferences(options.webPreferences ?? {});
}

function checkPreferences(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(preferences) as [keyof WebPreferences, unknown][]) {
    if (!knownPreferences.has(name)) throw new NotImplementedError(`webPreferences.${name}`);
    if (required[name] !== undefined && value !== undefined && value !== required[name]) {
      throw new Error(
        `the host only runs sandboxed, isolated windows: webPreferences.${name} is ${JSON.stringify(value)}`,
      );
    }
    if (refused[name] !== undefined && value === refused[name]) {
      throw new NotImplementedError(`webPreferences.${name}: ${JSON.stringify(value)}`);
    }
  }
  const { preload } = preferences;
  if (preload !== undefined && !isAbsolute(preload)) {
    throw new Error(`preload script must have absolute path: ${preload}`);
  }
}
