import { getCACertificates } from 'node:tls';
import type { History } from '../history/types.ts';
import type { Pcvisit } from '../pcvisit/types.ts';
import { createAlbum } from './album.ts';
import { createImprints, type Imprints, type ImprintsDeps } from './imprints.ts';
import { createPeople, type People } from './people.ts';
import { createPictureFetch, type PictureFault } from './picture-fetch.ts';

export interface CardsDeps extends Pick<ImprintsDeps, 'clock' | 'zone' | 'onChange'> {
  readonly history: Pick<History, 'cards' | 'clientTraces'>;
  readonly api: Pick<Pcvisit, 'imprint' | 'person'>;
  readonly endpoint: URL;
  readonly report: (fault: PictureFault) => void;
}

/** The cards of companies and people, for whoever is signed in. */
export interface Cards {
  readonly imprints: Imprints;
  readonly people: People;
}

export function createCards({
  history,
  api,
  endpoint,
  clock,
  zone,
  onChange,
  report,
}: CardsDeps): Cards {
  let authorities: readonly string[] | null = null;
  const album = createAlbum({
    cards: history.cards,
    fetchPicture: createPictureFetch({
      endpoint,
      authorities: () => (authorities ??= trusted()),
    }),
    clock,
    report,
  });
  return {
    imprints: createImprints({ history, api, album, clock, zone, onChange }),
    people: createPeople({ history, api, album, clock }),
  };
}

/** What Node trusts, and what this machine does: a company's own authority is known to the system alone. */
function trusted(): readonly string[] {
  try {
    return [...getCACertificates('default'), ...getCACertificates('system')];
  } catch {
    return getCACertificates('default');
  }
}
