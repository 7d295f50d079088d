/** The history's worker as it stands in the sources. */
export const workerUrl = new URL('../../../../src/main/history/worker.ts', import.meta.url);
