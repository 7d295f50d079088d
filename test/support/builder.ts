import { createRequire } from 'node:module';
import { join } from 'node:path';

/** electron-builder's own parts, which it does not show at its front door. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

interface ConfigModule {
  getConfig(project: string, file: string, options: null): Promise<Record<string, unknown>>;
  validateConfiguration(config: unknown, log: { add(): void }): Promise<void>;
}

const { getConfig, validateConfiguration } = builder(
  'app-builder-lib/out/util/config/config.js',
) as ConfigModule;

export const projectFolder = join(import.meta.dirname, '../..');

/** `electron-builder.yml` as electron-builder reads it. */
export function readPackaging(): Promise<Record<string, unknown>> {
  return getConfig(projectFolder, 'electron-builder.yml', null);
}

/** Rejects what electron-builder's schema does not allow. */
export function validatePackaging(config: unknown): Promise<void> {
  return validateConfiguration(config, { add: () => undefined });
}
