import type { SessionComputer } from '../../../../shared/session.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { createDictionary, keyOfTexts, type Dictionary } from '../dictionary.ts';
import {
  packId,
  packNullable,
  packText,
  unpackId,
  unpackNullable,
  unpackText,
  type Packed,
} from '../packing.ts';

/** What of a computer stays the same from session to session; its user and terms do not. */
export type Machine = Pick<
  SessionComputer,
  'id' | 'displayName' | 'hostName' | 'macAddress' | 'teamViewerId'
>;

interface ComputerRow {
  readonly computer: Packed;
  readonly display_name: Packed;
  readonly host_name: Packed | null;
  readonly device_ids: string | null;
}

/** Computers as sessions named them: one that was renamed is here once under each name. */
export function createComputers(db: Db): Dictionary<Machine> {
  const find = pluck<number>(
    db,
    `SELECT id FROM computers
     WHERE computer = ? AND display_name = ? AND host_name IS ? AND device_ids IS ?`,
  );
  const add = pluck<number>(
    db,
    `INSERT INTO computers (computer, display_name, host_name, device_ids)
     VALUES (?, ?, ?, ?) RETURNING id`,
  );
  const read = prepare<ComputerRow>(
    db,
    'SELECT computer, display_name, host_name, device_ids FROM computers WHERE id = ?',
  );
  const packed = (machine: Machine) => [
    packId(machine.id),
    packText(machine.displayName),
    packNullable(machine.hostName),
    packDeviceIds(machine),
  ];
  return createDictionary<Machine>({
    keyOf(machine) {
      const key = keyOfTexts(machine.id, machine.displayName, machine.hostName);
      const deviceIds = packDeviceIds(machine);
      return deviceIds === null ? key : `${deviceIds.length}${deviceIds}${key}`;
    },
    find: (machine) => find.get(...packed(machine)),
    add: (machine) => Number(add.get(...packed(machine))),
    read(id) {
      const row = read.get(id);
      if (!row) return undefined;
      return {
        id: unpackId(row.computer),
        displayName: unpackText(row.display_name),
        hostName: unpackNullable(row.host_name),
        ...unpackDeviceIds(row.device_ids),
      };
    },
  });
}

type DeviceIds = Pick<Machine, 'macAddress' | 'teamViewerId'>;

/** Absent is not the same as unknown, and JSON tells them apart. */
function packDeviceIds({ macAddress, teamViewerId }: Machine): string | null {
  if (macAddress === undefined && teamViewerId === undefined) return null;
  return JSON.stringify({ macAddress, teamViewerId } satisfies DeviceIds);
}

function unpackDeviceIds(packed: string | null): DeviceIds {
  return packed === null ? {} : (JSON.parse(packed) as DeviceIds);
}
