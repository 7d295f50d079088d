import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { deskMaker, type Desk } from './desk.ts';
import type { Answer, Call, Failure, Opened, WorkerCalls, WorkerStart } from './protocol.ts';
import { createSettling } from './settling.ts';
import { createKeeper, type Keeper } from './store/keeper.ts';
import { migrations } from './store/migrations.ts';
import { problemFrom } from './store/problems.ts';

/** The history's own thread: SQLite and the search answer here, so they never hold up the windows. */
function run(port: NonNullable<typeof parentPort>): void {
  const { place, lastTicket } = workerData as WorkerStart;
  const tell = (message: Opened | Answer) => port.postMessage(message);
  let keeper: Keeper<Desk>;
  try {
    keeper = createKeeper(place, migrations, Date.now, deskMaker(lastTicket, Date.now));
  } catch (error) {
    tell({ ok: false, ...failureOf(error) });
    port.close();
    return;
  }
  // What lies in memory has no later start to save anything for.
  const settling = createSettling(
    () => place.kind === 'file' && keeper.use(({ search }) => search.settle()),
  );
  tell({ ok: true, notice: keeper.notice });
  port.on('message', (call: Call) => {
    const { id } = call;
    const fail = (error: unknown) => tell({ id, ok: false, ...failureOf(error) });
    try {
      if (call.name === 'settle') {
        settling.begin((error) => (error ? fail(error) : tell({ id, ok: true, value: undefined })));
        return;
      }
      if (call.name === 'close') {
        settling.stop();
        if (place.kind === 'file') save(keeper);
      }
      tell({ id, ok: true, value: answer(keeper, call) });
    } catch (error) {
      fail(error);
    }
    if (call.name === 'close') port.close();
  });
}

function answer(keeper: Keeper<Desk>, call: Call): unknown {
  if (call.name === 'close') return keeper.close();
  if (call.name === 'memory') return memory();
  return keeper.use(({ store, search }) => {
    // The name and its arguments belong together; TypeScript cannot follow that through an index.
    type Calls = Record<string, (...args: readonly unknown[]) => unknown>;
    const calls = (call.name in search ? search : store) as unknown as Calls;
    return calls[call.name]?.(...call.args);
  });
}

function save(keeper: Keeper<Desk>): void {
  try {
    keeper.use(({ search }) => search.save());
  } catch {
    // What could not be saved is built anew at the next start.
  }
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
