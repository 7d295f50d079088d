import * as v from 'valibot';
import { exportOptionsSchema } from './exports/options.ts';
import { exportProfilesSchema } from './exports/profile.ts';
import { defaultColumns, shownColumnsSchema } from './history/view.ts';

/** What a technician can set. Kept on disk by main; nothing here is secret. */
export const settingsSchema = v.object({
  language: v.picklist(['system', 'de', 'en']),
  theme: v.picklist(['system', 'light', 'dark']),
  scope: v.picklist(['mine', 'team']),
  /** The header that carries the JWT and the word before it: undocumented, hence a setting. */
  jwtHeader: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
  jwtScheme: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{0,32}$/)),
  /** Whether MAC addresses and TeamViewer ids are asked for and kept. */
  deviceIds: v.boolean(),
  /** Days after which sessions are purged from this machine; null keeps everything. */
  retentionDays: v.nullable(v.picklist([30, 90, 365])),
  /** The columns of History where a view or an address names no others. */
  historyColumns: shownColumnsSchema,
  /** Whether History draws its charts. */
  historyCharts: v.boolean(),
  /** How the last export was written; null before the first, which goes by the language. */
  exportOptions: v.nullable(exportOptionsSchema),
  exportProfiles: exportProfilesSchema,
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  scope: 'team',
  jwtHeader: 'Authorization',
  jwtScheme: 'Bearer',
  deviceIds: false,
  retentionDays: null,
  historyColumns: [...defaultColumns],
  historyCharts: true,
  exportOptions: null,
  exportProfiles: [],
};
