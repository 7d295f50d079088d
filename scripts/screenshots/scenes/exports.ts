import { openExport } from '../acts.ts';
import { toHistory } from '../places.ts';
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
];
