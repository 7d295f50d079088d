export { runExport } from './run.ts';
export { settleExports } from './settle.ts';
export { writers } from './writers/index.ts';
