import { onTestFinished } from 'vitest';
import { createCards, type Cards } from '../../../../src/main/clients/index.ts';
import type { PictureFault } from '../../../../src/main/clients/picture-fetch.ts';
import type { History, HistoryPlace } from '../../../../src/main/history/types.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { everything, openApi, type Harness } from '../../../support/pcvisit/harness.ts';
import { freshPlace, open } from '../history/place.ts';

export interface Office {
  readonly sandbox: Sandbox;
  readonly api: Harness['api'];
  readonly logs: Harness['logs'];
  readonly history: History;
  readonly place: HistoryPlace;
  readonly cards: Cards;
  /** Clients of whose imprint something changed, in order. */
  readonly changes: (string | null)[];
  readonly faults: PictureFault[];
  readonly sessions: readonly Session[];
  /** The program's clock, UTC ms; moved by hand. */
  now: number;
  /** The same files after a restart; the server may be gone. */
  restart(): Promise<Office>;
}

const start = Date.UTC(2026, 10, 23, 12);

/** A sandbox, its history on a real worker and in a real file, and the cards over both. */
export async function openOffice(
  options: SandboxOptions = {},
  place: HistoryPlace = freshPlace(),
): Promise<Office> {
  const box: { office: Office | null } = { office: null };
  const sandbox = await startSandbox({
    sessions: 400,
    zone: 'Europe/Berlin',
    now: () => start,
    ...options,
  });
  onTestFinished(() => sandbox.close().catch(() => undefined));
  const harness = openApi(new URL(sandbox.url), {
    tokens: sandbox.tokens,
    limits: { retryDelayMs: 1 },
  });
  const page = await harness.api.sessions(everything);
  const clock = () => box.office?.now ?? start;
  const over = (history: History): Office => {
    const changes: (string | null)[] = [];
    const faults: PictureFault[] = [];
    const cards = createCards({
      history,
      api: harness.api,
      endpoint: new URL(sandbox.url),
      clock,
      zone: () => 'Europe/Berlin',
      onChange: (client) => changes.push(client),
      report: (fault) => faults.push(fault),
    });
    const office: Office = {
      sandbox,
      api: harness.api,
      logs: harness.logs,
      history,
      place,
      cards,
      changes,
      faults,
      sessions: page.sessions,
      now: clock(),
      async restart() {
        await history.close();
        return over((await open(place, clock)).history);
      },
    };
    box.office = office;
    return office;
  };
  const office = over((await open(place, clock)).history);
  await office.history.ingest({ sessions: page.sessions, malformed: [] });
  return office;
}

/** A client of which the history knows a company's uuid, and one of which it knows no more than a number. */
export function exampleClients({ sessions }: Office): { byCompany: string; byNumber: string } {
  const known = (session: Session) =>
    session.participants.some(
      ({ companyUuid }) => companyUuid && companyUuid !== session.companyUuid,
    );
  const withCompany = new Set(
    sessions.flatMap((each) => (each.client && known(each) ? [each.client.folderId] : [])),
  );
  const other = sessions.find(
    ({ client }) => client?.number && !withCompany.has(client.folderId),
  )?.client;
  const [byCompany] = withCompany;
  if (byCompany === undefined || !other) throw new Error('the sample has no such clients');
  return { byCompany, byNumber: other.folderId };
}
