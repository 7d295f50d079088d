import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Call, Failure, Opened, WorkerCalls, WorkerStart } from './protocol.ts';
import { createKeeper, type Keeper } from './store/keeper.ts';
import { migrations } from './store/migrations.ts';
import { problemFrom } from './store/problems.ts';

/** The history's own thread: SQLite answers here, so it never holds up the windows. */
function run(port: NonNullable<typeof parentPort>): void {
  const { place } = workerData as WorkerStart;
  const tell = (message: Opened | Answer) => port.postMessage(message);
  let keeper: Keeper;
  try {
    keeper = createKeeper(place, migrations, Date.now);
  } catch (error) {
    tell({ ok: false, ...failureOf(error) });
    port.close();
    return;
  }
  tell({ ok: true, notice: keeper.notice });
  port.on('message', (call: Call) => {
    try {
      tell({ id: call.id, ok: true, value: answer(keeper, call) });
    } catch (error) {
      tell({ id: call.id, ok: false, ...failureOf(error) });
    }
    if (call.name === 'close') port.close();
  });
}

function answer(keeper: Keeper, call: Call): unknown {
  if (call.name === 'close') return keeper.close();
  if (call.name === 'memory') return memory();
  return keeper.use((store) => {
    // The name and its arguments belong together; TypeScript cannot follow that through an index.
    const calls = store as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    return calls[call.name]?.(...call.args);
  });
}

function memory(): ReturnType<WorkerCalls['memory']> {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return { heapUsed: used_heap_size, external: external_memory };
}

function failureOf(error: unknown): Failure {
  const { problem, message } = problemFrom(error);
  return { problem, message };
}

if (parentPort) run(parentPort);
