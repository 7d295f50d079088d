export { createClipboardTarget } from './clipboard-target.ts';
export { runExport } from './run.ts';
export { settleExports } from './settle.ts';
export { writers } from './writers/index.ts';
export type { TableParts } from './writers/clipboard.ts';
