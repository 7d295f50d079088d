import { clientFraction, type Clients, type Computer } from './clients.ts';
import { dice, favouring, uuid } from './random.ts';

/** Tills of a bakery that nobody has put into a company folder yet. */
const tills = 6;
const salt = 0x57a1;

/**
 * The computer of a session that names no client: for some the one of a client whose folder it was never put
 * into, for some a till of a bakery that has no folder at all; the others reach none that is known by name.
 */
export function strayComputer(seed: number, session: number, clients: Clients): Computer | null {
  const chance = dice(seed ^ salt, session);
  if (chance.chance(0.35)) return null;
  if (chance.chance(0.4)) return till(seed, chance.int(1, tills));
  const client = clients.get(favouring(clientFraction(seed, session), clients.count));
  return chance.pick(client.computers);
}

function till(seed: number, nth: number): Computer {
  return {
    id: uuid(seed ^ salt, nth),
    displayName: `Kasse ${nth}`,
    hostName: `BAECKEREI-KASSE-0${nth}`,
    mac: null,
    teamViewerId: null,
    userName: null,
  };
}
