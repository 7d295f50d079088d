import { randomInt } from 'node:crypto';
import { ruleFor } from '../shared/billing/rule.ts';
import { addressLines } from '../shared/clients/address.ts';
import { extensionOf } from '../shared/exports/format.ts';
import { exportFileName } from '../shared/exports/file-name.ts';
import type { ExportRequest } from '../shared/exports/request.ts';
import { daysOfPeriod } from '../shared/history/period.ts';
import type { HistoryQuery } from '../shared/history/query.ts';
import type { Language } from '../shared/language.ts';
import { dayOf } from '../shared/time.ts';
import type { OwnCards } from './client-desk.ts';
import type { Paper } from './desktop/paper.ts';
import {
  createFolderTarget,
  createTarget,
  recordWriter,
  recordWords,
  runExports,
  type FileWish,
  type Letterhead,
} from './exports/index.ts';
import type { ClientShare, Question } from './history/search/types.ts';
import type { Undertaking } from './undertaking.ts';

export interface ServiceRecordsDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => Pick<OwnCards, 'history' | 'cards'>;
  readonly paper: Paper;
  /** Whether the server says that there are more sessions than it has told of yet. */
  readonly serverStillLoading: () => boolean;
}

const oldestFirst = { column: 'date', descending: false } as const;

/**
 * Prepares service records of what a question finds: one for each client, in the order the sessions began in,
 * whatever the order on screen. Several of them come in a folder of their own.
 */
export function createServiceRecords({ own, paper, serverStillLoading }: ServiceRecordsDeps) {
  return async (question: Question, request: ExportRequest): Promise<Undertaking> => {
    const { history, cards } = own();
    const { language } = request.options;
    const { filter } = request.query;
    const [clients, rules, letterhead] = await Promise.all([
      history.exports.clients(question),
      history.rules(),
      ownCard(cards).then((card) => letterheadOf(card, language)),
    ]);
    const today = dayOf(question.now, question.zone);
    const wishFor = (
      { key, name, number }: ClientShare,
      target: FileWish['target'],
      signal: AbortSignal,
    ): FileWish => {
      const query: HistoryQuery = {
        filter: { ...filter, clients: [key] },
        sort: oldestFirst,
        group: 'none',
      };
      return {
        question: { ...question, query },
        request: { ...request, query, label: name === '' ? null : name },
        target,
        writer: (entry) =>
          recordWriter({
            fonts: paper.fonts,
            print: (page) => paper.print(page, signal),
            frame: {
              letterhead,
              client: key === '' ? null : { name, number },
              period: daysOfPeriod(filter.period, today),
              rule: ruleFor(rules, key === '' ? null : key),
              documentId: documentId(today, entry),
              asOf: question.now,
              serverStillLoading: serverStillLoading(),
            },
          }),
      };
    };
    const [only = nobody, ...others] = clients;
    const total = clients.reduce((sum, { sessions }) => sum + sessions, 0);
    const nameFor = ({ name }: ClientShare): string =>
      exportFileName(filter.period, name || recordWords[language].noClient, today);
    const common = { isLetterless: letterhead === null };
    if (others.length === 0) {
      return {
        ...common,
        makes: 'file',
        extension: extensionOf['service-record'],
        name: nameFor(only),
        async run(path, { signal, onProgress }) {
          const target = createTarget(path);
          const commit = (): Promise<void> => target.commit();
          const deps = { history: history.exports, total, signal, onProgress, commit };
          return runExports([wishFor(only, target, signal)], deps);
        },
      };
    }
    return {
      ...common,
      makes: 'folder',
      extension: '',
      name: exportFileName(filter.period, request.label, today),
      async run(path, { signal, onProgress }) {
        const folder = createFolderTarget(path);
        const names = distinct(clients.map(nameFor));
        const wishes = clients.map((client, at) =>
          wishFor(
            client,
            folder.fileAt(`${names[at] ?? ''}.${extensionOf['service-record']}`),
            signal,
          ),
        );
        const { commit, discard } = folder;
        const deps = { history: history.exports, total, signal, onProgress, commit, discard };
        return runExports(wishes, deps);
      },
    };
  };
}

/** ms */
const patience = 5_000;

const nobody: ClientShare = { key: '', name: '', number: null, sessions: 0 };

/** What is held of the own company; where nobody asked for it yet, the server is, and waited for a little. */
async function ownCard({ imprints }: OwnCards['cards']): Promise<OwnCard> {
  const { card, status } = await imprints.read(null);
  if (status !== 'unknown') return card;
  const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience).unref());
  return Promise.race([imprints.refresh(null).then((state) => state.card), waited]);
}

type OwnCard = Awaited<ReturnType<OwnCards['cards']['imprints']['read']>>['card'];

function letterheadOf(card: OwnCard, language: Language): Letterhead | null {
  if (card === null) return null;
  const { companyName, address, phone, dialled, email, vatId, vat, picture } = card;
  return {
    name: companyName,
    address: addressLines(address ?? [], language),
    phone: dialled?.international ?? phone,
    email,
    vatId: vat?.normal ?? vatId,
    picture,
  };
}

/** Without letters and digits that are taken for each other. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `TW-20261123-42-7K3F`: day, number in this machine's ledger, and four signs that tell machines apart. */
function documentId(today: string, entry: number): string {
  const mark = Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return `TW-${today.replaceAll('-', '')}-${entry}-${mark}`;
}

/** Names that differ by more than case, as files of one folder have to. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
