import { chromiumFlags, reachingFlags, type FlagSources } from './chromium/flags.ts';
import { launchChromium, openPlainWindow } from './chromium/process.ts';
import { createProfile, removeProfile } from './chromium/profile.ts';
import { Targets } from './chromium/targets.ts';
import type { CommandLine } from './command-line.ts';
import type { Running } from './context.ts';
import { findChromium } from './find-chromium.ts';

export interface StartOptions {
  readonly commandLine: CommandLine;
  readonly appended: ReadonlyMap<string, string>;
  /** Chromium ended by itself. */
  readonly onLost: () => void;
}

export interface Starting {
  readonly ready: Promise<Running>;
  /** Whether it knows all of these switches. */
  startedWith(appended: ReadonlyMap<string, string>): boolean;
  /** Tells whoever started the host where Chromium's DevTools listen. */
  announce(): void;
  kill(): void;
}

/** Whether windows can be shown to anybody. */
export function isHeadless(env: NodeJS.ProcessEnv, commandLine: CommandLine): boolean {
  if (env['TAGWERK_HOST_HEADLESS'] === '1' || commandLine.switches.has('headless')) return true;
  return process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/** Whether a person looks at the windows, and not a program that drives them through the port. */
export function isForPerson(env: NodeJS.ProcessEnv, commandLine: CommandLine): boolean {
  return !isHeadless(env, commandLine) && commandLine.debuggingPort === null;
}

/**
 * One Chromium with a folder of its own, which goes when the process does.
 *
 * Writes one line and ends the process where there is no Chromium.
 */
export function startChromium(options: StartOptions): Starting {
  const { commandLine, appended } = options;
  const executable = findChromium();
  if (executable === null) {
    console.error(
      'electron host: no Chromium found. Install chromium or Google Chrome, run `npx playwright install chromium`, or set TAGWERK_CHROMIUM.',
    );
    process.exit(1);
  }
  const headless = isHeadless(process.env, commandLine);
  const profile = createProfile();
  let line: string | null = null;
  let announced = false;
  const tell = (): void => {
    if (announced && line !== null) process.stderr.write(`${line}\n`);
  };
  const sources: FlagSources = {
    profile: profile.userData,
    headless,
    asRoot: process.getuid?.() === 0,
    debuggingPort: commandLine.debuggingPort,
    given: commandLine.switches,
    appended,
  };
  const launch = launchChromium({
    executable,
    flags: chromiumFlags(sources),
    programs: profile.programs,
    onDevTools(text) {
      line = text;
      tell();
    },
    onExit(why) {
      console.error(`electron host: ${why}`);
      options.onLost();
    },
  });

  const clear = (): void => {
    launch.kill();
    removeProfile(profile.userData);
  };
  process.once('exit', clear);

  return {
    ready: launch.started.then((chromium) => {
      const open = (url: string): void => openPlainWindow(executable, reachingFlags(sources), url);
      const targets = new Targets(
        chromium.connection,
        isForPerson(process.env, commandLine) ? open : null,
      );
      return { chromium, targets, headless };
    }),
    startedWith: (wanted) =>
      wanted.size === appended.size &&
      [...wanted].every(([name, value]) => appended.get(name) === value),
    announce() {
      announced = true;
      tell();
    },
    kill() {
      process.off('exit', clear);
      clear();
    },
  };
}
