import type { BrowserWindow, Session, WebContents } from 'electron';
import type { EventEmitter } from 'node:events';
import type { MessageHub } from './api/ipc-main.ts';
import type { Chromium } from './chromium/process.ts';
import type { Targets } from './chromium/targets.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Schemes } from './schemes.ts';
import type { Frames } from './window/frames.ts';
import type { Navigation } from './window/navigation.ts';

/** A started Chromium and its pages. */
export interface Running {
  readonly chromium: Chromium;
  readonly targets: Targets;
  readonly headless: boolean;
}

export interface OpenWindow {
  readonly face: BrowserWindow;
  readonly contents: WebContents;
  /** Asks the window to close, as its close button does. */
  close(): void;
  destroy(): void;
}

/** A session as the windows and the network see it. */
export interface OpenSession {
  readonly face: Session;
  /** Chromium's own name for it; undefined for the default one. */
  contextId(): Promise<string | undefined>;
  /** Applies what the app's permission handlers say to an origin. */
  applyPermissions(contents: WebContents, origin: string): Promise<void>;
  /** A page wants to download something. */
  onDownload(contents: WebContents, url: string, filename: string): void;
}

/** What others need of a page: the network its navigation, tests its target. */
export interface PageOwner {
  readonly face: WebContents;
  readonly frames: Frames;
  readonly navigation: Navigation;
  readonly session: OpenSession;
  readonly targetId: string | null;
  /** Shows the page as if the system had this preference; empty for its own. */
  emulate(feature: string, value: string): void;
}

/** What the parts of the host share. */
export interface Context {
  readonly life: Lifecycle;
  readonly schemes: Schemes;
  readonly app: EventEmitter;
  readonly ipcMain: MessageHub;
  /** @throws Error before Chromium has started. */
  running(): Running;
  readonly windows: Map<number, OpenWindow>;
  readonly pages: Map<number, PageOwner>;
  session(given: Session | undefined, partition: string | undefined): OpenSession;
  /** The last window is gone. */
  onAllClosed(): void;
  /** The app's folder. */
  appPath(): string;
  /** What the preload's `process` holds. */
  readonly processInPage: object;
  /** Colour scheme that pages are shown in. */
  colorScheme(): 'light' | 'dark' | 'system';
}
