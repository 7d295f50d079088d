export { createClipboardTarget } from './clipboard-target.ts';
export { recordWords, recordWriter } from './record/index.ts';
export type * from './record/types.ts';
export { runExport, runExports, type FileWish } from './run.ts';
export { settleExports } from './settle.ts';
export { createFolderTarget, createTarget } from './target.ts';
export { writers } from './writers/index.ts';
export type { TableParts } from './writers/clipboard.ts';
