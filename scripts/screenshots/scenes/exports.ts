import { openExport, openServerExport, openVague } from '../acts.ts';
import { toEmptyExports, toExports } from '../exports-page.ts';
import { search, toHistory } from '../places.ts';
import type { Scene } from '../scene.ts';

export const exportsScenes: readonly Scene[] = [
  { name: 'export-de-light', lang: 'de', act: toHistory('de', openExport) },
  { name: 'export-de-dark', lang: 'de', theme: 'dark', act: toHistory('de', openExport) },
  {
    name: 'export-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', openExport),
  },
  {
    name: 'export-server-de-light',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await search('kunde:müller -drucker')(page);
      await openServerExport(page);
    }),
  },
  { name: 'export-server-de-dark', lang: 'de', theme: 'dark', act: toHistory('de', openVague) },
  { name: 'exports-de-light', lang: 'de', act: toExports('de') },
  { name: 'exports-de-dark', lang: 'de', theme: 'dark', act: toExports('de') },
  { name: 'exports-en-light', lang: 'en', act: toExports('en') },
  { name: 'exports-en-dark', lang: 'en', theme: 'dark', act: toExports('en') },
  { name: 'exports-empty', lang: 'de', act: toEmptyExports },
  { name: 'exports-differences', lang: 'de', act: toExports('de', 'differences') },
  {
    name: 'exports-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toExports('de', 'differences'),
  },
  { name: 'exports-marks', lang: 'de', act: toExports('de', 'marks') },
];
