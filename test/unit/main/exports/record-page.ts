import { noRounding } from '../../../../src/shared/billing/rule.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { recordPage } from '../../../../src/main/exports/record/page.ts';
import { recordStyle } from '../../../../src/main/exports/record/style.ts';
import type { RecordFrame } from '../../../../src/main/exports/record/types.ts';
import { recordWords } from '../../../../src/main/exports/record/words.ts';
import { exportRow } from './rows.ts';

export const letterhead = {
  name: 'Königstraße IT GmbH',
  address: ['Königstraße 1', '21335 Lüneburg'],
  phone: '+49 4131 8925593',
  email: 'info@koenigstrasse-it.example',
  vatId: 'DE136695976',
  picture: null,
};

/** November 2026 of one client, asked for on the 25th at 17:41 in Berlin. */
export function recordFrame(changes: Partial<RecordFrame> = {}): RecordFrame {
  return {
    letterhead,
    client: { name: 'Müller & Söhne GmbH', number: '00417' },
    period: { from: '2026-11-01', to: '2026-11-30' },
    rule: { ...noRounding, mode: 'up', step: 15 },
    documentId: 'TW-20261125-42-7K3F',
    asOf: Date.UTC(2026, 10, 25, 16, 41),
    serverStillLoading: false,
    ...changes,
  };
}

/** Page and style as they are printed. */
export function recordOf(
  rows: readonly ExportRow[],
  changes: Partial<RecordFrame> = {},
  language: Language = 'de',
  fonts: Parameters<typeof recordStyle>[0] = fixedFonts,
) {
  const frame = recordFrame(changes);
  return {
    html: recordPage(rows, frame, { language, zone: 'Europe/Berlin', fonts }),
    css: recordStyle(fonts, frame.documentId, recordWords[language]),
  };
}

/** The fonts of the program, as a page asks for them. */
const fixedFonts = ['latin', 'latin-ext', 'greek', 'cyrillic'].flatMap((alphabet) =>
  [400, 600].map((weight) => ({
    family: `Inter ${alphabet}`,
    weight,
    address: `/inter-${alphabet}-${weight}-normal.woff2`,
  })),
);

const acts = [
  'Drucker druckt nicht',
  'Outlook-Profil neu angelegt, Postfach synchronisiert und Kalenderfreigaben geprüft',
  'VPN eingerichtet',
  'Update auf Windows 11',
  'Scanner eingerichtet',
];

/** Sessions of one client, three a day from 2 November on, rounded up to a quarter of an hour. */
export function manyRows(count: number): ExportRow[] {
  return Array.from({ length: count }, (_, at) => {
    const startedAt =
      Date.UTC(2026, 10, 2, 7, 30) + Math.floor(at / 3) * 86_400_000 + (at % 3) * 7_200_000;
    const measuredMs = (5 + ((at * 7) % 80)) * 60_000 + 13_000;
    return exportRow({
      id: `s-${at}`,
      startedAt,
      finishedAt: startedAt + measuredMs,
      computerName: ['PC-EMPFANG', 'SRV-01', 'NB-BUCHHALTUNG'][at % 3] ?? null,
      technicians: at % 5 === 0 ? ['Jana Öztürk', 'Karl-Heinz von der Heide'] : ['Jana Öztürk'],
      name: `${acts[at % acts.length]} (${at + 1})`,
      measuredMs,
      billableMs: Math.ceil(measuredMs / 900_000) * 900_000,
    });
  });
}
