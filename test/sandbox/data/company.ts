import { buildClients, clientCount, type Client, type Clients } from './clients.ts';
import { ownDomain, technicians, type Person } from './people.ts';
import { uuid } from './random.ts';
import { vatIdOf } from './vat-id.ts';

/** The firm whose technicians use the sandbox, and whom it works for. */
export interface Company {
  readonly customerUuid: string;
  readonly companyId: string;
  readonly team: readonly [Person, ...Person[]];
  readonly clients: Clients;
}

/** What a company tells about itself in public. */
export interface Card {
  readonly customerUuid: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly email: string;
  readonly phone: string;
  readonly vatId: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly isPictureFallback: boolean;
}

export function buildCompany(seed: number, sessions: number): Company {
  const customerUuid = uuid(seed, 0xc0);
  return {
    customerUuid,
    companyId: 'C004711',
    team: technicians(seed, customerUuid),
    clients: buildClients(seed, clientCount(sessions)),
  };
}

/** The card of our own company or of a client that is a customer of pcvisit too; else null. */
export function findCard(company: Company, id: string): Card | null {
  if (id === company.customerUuid || id === company.companyId) return ownCard(company);
  for (let index = 0; index < company.clients.count; index += 1) {
    const client = company.clients.get(index);
    if (client.customerUuid === id || client.companyId === id) return clientCard(client);
  }
  return null;
}

function ownCard({ customerUuid, companyId }: Company): Card {
  return {
    customerUuid,
    companyId,
    companyName: 'Elbmarsch IT-Service GmbH',
    email: `service@${ownDomain}`,
    phone: '+494066969100',
    vatId: 'DE136695976',
    street: 'Königstraße 12',
    postalCode: '21335',
    city: 'Lüneburg',
    country: 'DE',
    isPictureFallback: false,
  };
}

function clientCard(client: Client): Card {
  const [contact] = client.contacts;
  return {
    customerUuid: client.customerUuid,
    companyId: client.companyId,
    companyName: client.name,
    email: contact.email,
    // A block of numbers that the German authority keeps free for fiction.
    phone: `+494066969${String(101 + (client.index % 899))}`,
    vatId: vatIdOf(client.index),
    street: client.street,
    postalCode: `2${String(1000 + ((client.index * 53) % 8999))}`,
    city: client.city,
    country: client.english ? 'GB' : 'DE',
    isPictureFallback: client.index % 3 === 0,
  };
}

/** Whoever has an account and this mail address, technician or client; case does not matter. */
export function findPerson(company: Company, email: string): Person | null {
  const wanted = email.trim().toLowerCase();
  const matches = (person: Person): boolean => person.email === wanted;
  const colleague = company.team.find(matches);
  if (colleague !== undefined) return colleague;
  for (let index = 0; index < company.clients.count; index += 1) {
    const contact = company.clients.get(index).contacts.find(matches);
    if (contact !== undefined) return contact;
  }
  return null;
}
