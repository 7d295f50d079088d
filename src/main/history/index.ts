import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ProblemError, type Problem } from '../../shared/problem.ts';
import { createLatestOnly } from './latest-only.ts';
import { unpackRows } from './packed-rows.ts';
import type { Answer, CallName, CallOf, Opened, WorkerCalls, WorkerStart } from './protocol.ts';
import type { Question } from './search/types.ts';
import type { HistoryPlace, OpenedHistory } from './types.ts';

export { removeHistory } from './store/files.ts';

export interface OpenHistoryDeps {
  readonly place: HistoryPlace;
  /** Where the worker's code lies: `worker.ts`, or what it was bundled to. */
  readonly workerUrl: URL;
  /** UTC ms. */
  readonly now: () => number;
  /** Told where a file that turned out damaged at work was set aside, whoever's call met it. */
  readonly onDamaged?: (problem: Problem) => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens the local history on a worker of its own.
 *
 * @throws ProblemError `history-newer` (the file is left as it is), `disk-full` or `unexpected`. A damaged or
 * unreadable file does not fail: it is set aside, a new one begun, and `notice` says so.
 */
export async function openHistory({
  place,
  workerUrl,
  now,
  onDamaged,
}: OpenHistoryDeps): Promise<OpenedHistory> {
  const lastTicket = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const start: WorkerStart = { place, lastTicket: lastTicket.buffer };
  // Neither the parent's environment nor its loader flags are the worker's business.
  const worker = new Worker(workerUrl, { workerData: start, env: {}, execArgv: [] });
  const opened = await firstWord(worker);
  if (!opened.ok) {
    await worker.terminate();
    throw new ProblemError(opened.problem, { message: opened.message });
  }

  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | null = null;
  const lose = (cause: unknown) => {
    gone ??= new ProblemError({ code: 'unexpected' }, { message: 'history is closed', cause });
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) return call?.resolve(answer.value as never);
    const { problem, message } = answer;
    call?.reject(new ProblemError(problem, { message }));
    if (problem.code === 'history-damaged' && problem.path !== undefined) onDamaged?.(problem);
  });
  worker.on('error', lose);
  worker.on('exit', lose);

  const ask = <N extends CallName>(
    name: N,
    ...args: Parameters<WorkerCalls[N]>
  ): Promise<ReturnType<WorkerCalls[N]>> => {
    if (gone) return Promise.reject(gone);
    const id = ++lastId;
    const call: CallOf<N> = { id, name, args };
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage(call);
    });
  };

  const searches = createLatestOnly(
    (question: Question, ticket) => ask('search', question, ticket),
    () => Atomics.add(lastTicket, 0, 1) + 1,
  );

  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    try {
      await ask('close');
    } finally {
      await worker.terminate();
    }
  }

  return {
    notice: opened.notice,
    history: {
      ingest: (batch) => ask('ingest', batch, now()),
      cover: (range) => ask('cover', range),
      idsWithin: (range) => ask('idsWithin', range),
      markVanished: (ids, at) => ask('markVanished', ids, at),
      coverage: () => ask('coverage'),
      note: (marks) => ask('note', marks),
      oldestRunning: () => ask('oldestRunning'),
      today: (query) => ask('today', query),
      slice: (after, count) => ask('slice', after, count),
      purgeBefore: (instant) => ask('purgeBefore', instant),
      removeDeviceIds: () => ask('removeDeviceIds'),
      search: (question) => searches.ask(question),
      page: (result, offset, count) => ask('page', result, offset, count),
      rowsOf: (result, ranges, most) => ask('rowsOf', result, ranges, most),
      session: (id, zone) => ask('session', id, zone),
      setNote: (id, note) => ask('setNote', id, note, now()),
      views: () => ask('views'),
      saveView: (view, replaces) => ask('saveView', view, replaces),
      removeView: (name) => ask('removeView', name),
      rules: () => ask('rules'),
      setRule: (client, rule) => ask('setRule', client, rule),
      previewRule: (question, client, rule) => ask('previewRule', question, client, rule),
      clients: (moment, only) => ask('clients', moment, only),
      clientTraces: (client, moment) => ask('clientTraces', client, moment),
      knownPeople: () => ask('knownPeople'),
      localRules: () => ask('localRules'),
      setLocalRules: (rules) => ask('setLocalRules', rules),
      previewLocalRules: (rules) => ask('previewLocalRules', rules),
      cards: {
        imprint: (client) => ask('imprint', client),
        keepImprint: (client, imprint) => ask('keepImprint', client, imprint),
        companyNames: (uuids) => ask('companyNames', uuids),
        person: (email) => ask('person', email),
        keepPerson: (email, person) => ask('keepPerson', email, person),
        picture: (address) => ask('picture', address),
        keepPicture: (address, picture) => ask('keepPicture', address, picture),
        companyId: (client) => ask('companyId', client),
        setCompanyId: (client, id, at) => ask('setCompanyId', client, id, at),
      },
      exports: {
        outlook: (question) => ask('exportOutlook', question),
        clients: (question) => ask('exportClients', question),
        begin: (question, plan) => ask('beginExport', question, plan, now()),
        async rows(id, count) {
          const packed = await ask('exportRows', id, count);
          return packed && unpackRows(packed);
        },
        seal: (id, seal) => ask('sealExport', id, seal),
        async finish(id) {
          await ask('endExport', id);
          await ask('finishExport', id, now());
        },
        async drop(id) {
          await ask('endExport', id);
          await ask('dropExport', id);
        },
        list: () => ask('exports'),
        entries: (offset, count, zone) => ask('exportEntries', offset, count, zone),
        differences: (id, offset, count, zone) => ask('exportDifferences', id, offset, count, zone),
        requestOf: (id) => ask('exportRequest', id),
        unfinished: () => ask('unfinishedExports'),
      },
      settle: () => ask('settle'),
      memory: () => ask('memory'),
      close: () => (closing ??= close()),
    },
  };
}

/** What the worker says of the place once it tried; a worker that cannot even start says nothing. */
async function firstWord(worker: Worker): Promise<Opened> {
  const silence = new AbortController();
  const { signal } = silence;
  const gone = once(worker, 'exit', { signal }).then(([code]) => {
    throw new Error(`history worker ended with ${code}`);
  });
  try {
    const said = once(worker, 'message', { signal }) as Promise<[Opened]>;
    const [opened] = await Promise.race([said, gone]);
    return opened;
  } catch (cause) {
    await worker.terminate();
    throw new ProblemError({ code: 'unexpected' }, { message: 'no history worker', cause });
  } finally {
    gone.catch(() => undefined);
    silence.abort();
  }
}
