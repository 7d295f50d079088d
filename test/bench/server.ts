import { startSandbox } from '../sandbox/index.ts';

/** The sample server in a process of its own, so that its work is not counted as ours. */
const sandbox = await startSandbox({
  sessions: Number(process.argv[2]),
  faults: { pageCap: Number(process.argv[3] ?? 1_000) },
});
process.send?.({ endpoint: sandbox.url, tokens: sandbox.tokens, ownEmail: sandbox.ownEmail });
process.on('disconnect', () => process.exit(0));
