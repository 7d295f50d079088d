import { openExport, openServerExport, openVague } from '../acts.ts';
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
];
