import type { ElectronApplication, Page } from 'playwright';
import type { Sandbox } from '../../test/sandbox/index.ts';

export interface Scene {
  readonly name: string;
  readonly lang: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly sessions?: number;
  readonly size?: { readonly width: number; readonly height: number };
  /** What happens before the picture is taken; by default someone signs in. */
  readonly act?: (page: Page, sandbox: Sandbox, program: Program) => Promise<void>;
}

/** The program whose window is pictured. */
export interface Program {
  readonly app: ElectronApplication;
  /** Its profile, which is removed afterwards. */
  readonly profile: string;
}
