import type { FoundBy, ImprintState } from '../../shared/clients/imprint.ts';
import { problemOf, type Problem } from '../../shared/problem.ts';
import type { History } from '../history/types.ts';
import type { FoundImprint, Pcvisit } from '../pcvisit/types.ts';
import type { Album } from './album.ts';
import { presentImprint } from './present.ts';
import { resembles } from './resembles.ts';

export interface ImprintsDeps {
  readonly history: Pick<History, 'cards' | 'clientTraces'>;
  readonly api: Pick<Pcvisit, 'imprint'>;
  readonly album: Album;
  /** UTC ms. */
  readonly clock: () => number;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
  /** Told where what is known of a client's imprint has changed. */
  readonly onChange: (client: string | null) => void;
}

/** Imprints of clients; a client of null is the technician's own company. */
export interface Imprints {
  /** What is held, at once; the server is asked afterwards where that is older than a day. */
  read(client: string | null): Promise<ImprintState>;
  /** Asks the server, and answers with what is known then. */
  refresh(client: string | null): Promise<ImprintState>;
  setCompanyId(client: string, id: string | null): Promise<ImprintState>;
}

interface Candidate {
  /** Null is the own company. */
  readonly id: string | null;
  readonly foundBy: FoundBy;
}

const day = 86_400_000;
/** After a failure nothing is asked by itself for so long, ms: whoever wants it sooner says so. */
const pause = 60_000;

export function createImprints(deps: ImprintsDeps): Imprints {
  const { history, api, album, clock, onChange } = deps;
  const { cards } = history;
  const underWay = new Map<string | null, Promise<void>>();
  const failures = new Map<string | null, { readonly problem: Problem; readonly at: number }>();

  async function candidatesFor(client: string | null): Promise<{
    readonly candidates: readonly Candidate[];
    readonly enteredId: string | null;
    readonly name: string | null;
  }> {
    if (client === null) {
      return { candidates: [{ id: null, foundBy: 'own' }], enteredId: null, name: null };
    }
    const moment = { now: clock(), zone: deps.zone() };
    const [enteredId, traces] = await Promise.all([
      cards.companyId(client),
      history.clientTraces(client, moment),
    ]);
    const name = traces?.name ?? null;
    // What a technician entered is meant, even where it finds nothing.
    if (enteredId !== null) {
      return { candidates: [{ id: enteredId, foundBy: 'entered' }], enteredId, name };
    }
    const companies = traces?.companies.slice(0, 2) ?? [];
    const number = traces?.number ?? null;
    return {
      enteredId,
      name,
      candidates: [
        ...companies.map((id): Candidate => ({ id, foundBy: 'company' })),
        ...(number === null ? [] : [{ id: number, foundBy: 'number' } as const]),
      ],
    };
  }

  async function ask({ id, foundBy }: Candidate): Promise<FoundImprint | null> {
    try {
      return await api.imprint(id);
    } catch (error) {
      // A client's number need not even look like a company's id: that it is refused says no more than no.
      if (foundBy === 'number' && problemOf(error).code === 'refused') return null;
      throw error;
    }
  }

  async function lookUp(client: string | null): Promise<void> {
    const { candidates, enteredId } = await candidatesFor(client);
    let answer: { readonly found: FoundImprint; readonly foundBy: FoundBy } | null = null;
    for (const candidate of candidates) {
      const found = await ask(candidate);
      if (!found) continue;
      answer = { found, foundBy: candidate.foundBy };
      break;
    }
    // Another id was entered meanwhile: this is the answer to a question nobody asks any more.
    if (client !== null && (await cards.companyId(client)) !== enteredId) return;
    if (candidates.length > 0) {
      await cards.keepImprint(client, {
        card: answer?.found.imprint ?? null,
        foundBy: answer?.foundBy ?? null,
        picture: answer?.found.picture ?? null,
        confirmedAt: clock(),
      });
    }
    await album.refresh(answer?.found.picture ?? null);
  }

  function start(client: string | null): Promise<void> {
    const running = underWay.get(client);
    if (running) return running;
    const work = lookUp(client)
      .then(
        () => void failures.delete(client),
        (error: unknown) => void failures.set(client, { problem: problemOf(error), at: clock() }),
      )
      .finally(() => underWay.delete(client));
    underWay.set(client, work);
    return work;
  }

  async function stateOf(client: string | null): Promise<ImprintState> {
    const [held, { candidates, enteredId, name }] = await Promise.all([
      cards.imprint(client),
      candidatesFor(client),
    ]);
    const picture = await album.show(held?.picture ?? null);
    const card = held?.card ? presentImprint(held.card, picture) : null;
    const isGuess = held?.foundBy === 'company' || held?.foundBy === 'number';
    return {
      client,
      status: card ? 'found' : held ? 'none' : candidates.length > 0 ? 'unknown' : 'no-id',
      card,
      foundBy: held?.foundBy ?? null,
      nameDiffers: isGuess && card !== null && name !== null && !resembles(card.companyName, name),
      enteredId,
      asOf: held?.confirmedAt ?? null,
      refreshing: underWay.has(client),
      problem: failures.get(client)?.problem ?? null,
    };
  }

  function isStale({ status, asOf }: ImprintState, client: string | null): boolean {
    const failure = failures.get(client);
    const now = clock();
    if (status === 'no-id' || (failure && now - failure.at < pause && now >= failure.at))
      return false;
    // A date ahead of the clock is no reason to wait for it.
    return asOf === null || now - asOf >= day || now < asOf;
  }

  async function refresh(client: string | null): Promise<ImprintState> {
    await start(client);
    const state = await stateOf(client);
    onChange(client);
    return state;
  }

  return {
    async read(client) {
      const state = await stateOf(client);
      if (!isStale(state, client)) return state;
      if (!underWay.has(client)) void start(client).then(() => onChange(client));
      return { ...state, refreshing: true };
    },
    refresh,
    async setCompanyId(client, id) {
      await cards.setCompanyId(client, id, clock());
      // What is under way may be about the id before.
      await underWay.get(client);
      failures.delete(client);
      return refresh(client);
    },
  };
}
