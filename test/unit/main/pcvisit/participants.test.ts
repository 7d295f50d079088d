import { describe, expect, it } from 'vitest';
import { readerFor, readParticipant } from '../../../../src/main/pcvisit/participants.ts';
import type { Field } from '../../../../src/main/pcvisit/selection.ts';
import type { JsonValue } from '../../../../src/shared/session.ts';

/** `{ name: 'Type' }`, with an object for a nested type. */
type Shape = { readonly [name: string]: string | Shape };

function fieldsOf(shape: Shape): Field[] {
  return Object.entries(shape).map(([name, type]) =>
    typeof type === 'string'
      ? { name, type: type.replace(/[[\]]/g, ''), list: type.startsWith('[') }
      : { name, type: 'Object', list: false, fields: fieldsOf(type) },
  );
}

const read = (shape: Shape, fields: { [key: string]: JsonValue }) =>
  readParticipant(fields, readerFor(fieldsOf(shape)));

describe('participants', () => {
  it('are read by the types of their fields, whatever these are called', () => {
    const shape = { a: 'Email', b: 'Name', c: 'CustomerUuid', d: 'Auth0Uuid', e: 'UnixTimeMs' };
    const fields = { a: 'k@x.de', b: 'Katrin Lübbers', c: 'company', d: 'auth0|1', e: 5 };
    expect(read(shape, fields)).toEqual({
      email: 'k@x.de',
      name: 'Katrin Lübbers',
      companyUuid: 'company',
      userId: 'auth0|1',
      fields,
    });
  });

  it('have the name that is whole, wherever it stands', () => {
    const shape = { nick: 'Name', fullName: 'Name', firstName: 'Name', lastName: 'Name' };
    const fields = { nick: 'K', fullName: 'Katrin Lübbers', firstName: 'Katrin', lastName: 'L' };
    expect(read(shape, fields).name).toBe('Katrin Lübbers');
    expect(read(shape, { ...fields, fullName: null }).name).toBe('K');
    expect(read(shape, { ...fields, fullName: null, nick: ' ' }).name).toBe('Katrin L');
  });

  it('have their numbers as numbers, however they came', () => {
    const shape = { since: 'UnixTimeMs', name: 'Name', stay: { length: 'DurationMs' } };
    const fields = { since: '1763900000000', name: '007', stay: { length: '12' } };
    expect(read(shape, fields).fields).toEqual({
      since: 1_763_900_000_000,
      name: '007',
      stay: { length: 12 },
    });
    expect(read(shape, { since: 'gestern', name: null, stay: null }).fields).toEqual({
      since: 'gestern',
      name: null,
      stay: null,
    });
  });

  it('have their name joined from its parts', () => {
    const shape = { lastName: 'Name', firstName: 'Name', companyName: 'Name' };
    expect(read(shape, { lastName: 'Lübbers', firstName: 'Katrin', companyName: 'X' }).name).toBe(
      'Katrin Lübbers',
    );
    expect(read(shape, { lastName: 'Lübbers', firstName: null, companyName: 'X' }).name).toBe(
      'Lübbers',
    );
    expect(read(shape, { lastName: null, firstName: '', companyName: 'X' }).name).toBeNull();
  });

  it('are read one level down', () => {
    const shape = {
      identity: { CompanyID: 'CustomerUuid', UserID: 'Auth0Uuid' },
      contact: { email: 'Email', firstName: 'Name', lastName: 'Name' },
      friends: '[Email]',
    };
    const fields = {
      identity: { CompanyID: 'company', UserID: 'auth0|1' },
      contact: { email: 'k@x.de', firstName: 'Katrin', lastName: 'Lübbers' },
      friends: ['other@x.de'],
    };
    expect(read(shape, fields)).toEqual({
      name: 'Katrin Lübbers',
      email: 'k@x.de',
      userId: 'auth0|1',
      companyUuid: 'company',
      fields,
    });
    expect(read(shape, { identity: null, contact: 'odd', friends: null })).toMatchObject({
      name: null,
      email: null,
      userId: null,
      companyUuid: null,
    });
  });
});
