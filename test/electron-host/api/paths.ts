import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface Paths {
  get(name: string): string;
  set(name: string, path: string): void;
}

export interface PathSources {
  /** The app's name, which may still change. */
  readonly name: () => string;
  readonly executable: string;
  /** `--user-data-dir`; empty where it was not given. */
  readonly userData: string;
  readonly env: NodeJS.ProcessEnv;
}

/** `app.getPath` and `app.setPath`. */
export function createPaths(from: PathSources): Paths {
  const chosen = new Map<string, string>();
  if (from.userData) chosen.set('userData', from.userData);
  const home = homedir();
  const get = (name: string): string => chosen.get(name) ?? standard(name);

  const standard = (name: string): string => {
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return appData(home, from.env);
      case 'userData':
        return join(get('appData'), from.name());
      case 'sessionData':
        return get('userData');
      case 'logs':
        return join(get('userData'), 'logs');
      case 'crashDumps':
        return join(get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return from.executable;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, `${name[0]?.toUpperCase()}${name.slice(1)}`);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  };

  return {
    get,
    set(name, path) {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      standard(name);
      mkdirSync(path, { recursive: true });
      chosen.set(name, path);
    },
  };
}

function appData(home: string, env: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(home, 'Library/Application Support');
  if (process.platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData/Roaming');
  return env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}
