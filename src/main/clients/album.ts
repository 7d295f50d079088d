import type { KeptCards } from '../history/types.ts';
import type { PictureAnswer, PictureFault } from './picture-fetch.ts';

export interface AlbumDeps {
  readonly cards: Pick<KeptCards, 'picture' | 'keepPicture'>;
  readonly fetchPicture: (address: string) => Promise<PictureAnswer>;
  /** UTC ms. */
  readonly clock: () => number;
  /** Told why a picture was not taken; never from where. */
  readonly report: (fault: PictureFault) => void;
}

/** The pictures of cards: fetched once a day at most, kept with the history. */
export interface Album {
  /** A `data:` URL of what is held; null where nothing is. */
  show(address: string | null): Promise<string | null>;
  /** Fetches what is not held, or was fetched more than a day ago. Never rejects for a picture's sake. */
  refresh(address: string | null): Promise<void>;
}

const day = 86_400_000;

/** What may be different in a minute. */
const passing: ReadonlySet<PictureFault> = new Set(['unreachable', 'timeout']);

export function createAlbum({ cards, fetchPicture, clock, report }: AlbumDeps): Album {
  return {
    async show(address) {
      const held = address === null ? null : await cards.picture(address);
      if (!held?.picture) return null;
      const { type, bytes } = held.picture;
      return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
    },
    async refresh(address) {
      if (address === null) return;
      const held = await cards.picture(address);
      const age = held === null ? Infinity : clock() - held.fetchedAt;
      // A date ahead of the clock is no reason to wait for it.
      if (age >= 0 && age < day) return;
      const answer = await fetchPicture(address);
      if (answer.ok) {
        const { type, bytes } = answer;
        await cards.keepPicture(address, { picture: { type, bytes }, fetchedAt: clock() });
        return;
      }
      report(answer.fault);
      if (passing.has(answer.fault)) return;
      await cards.keepPicture(address, { picture: null, fetchedAt: clock() });
    },
  };
}
