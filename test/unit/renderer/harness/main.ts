import { createFakeBridge } from './fake-bridge.ts';
import { statesAt } from './states.ts';

/**
 * The real page on a made-up main: `?state=offline&lang=en&theme=dark&scope=mine`. The names of the
 * states stand in `states.ts`.
 */
const query = new URLSearchParams(location.search);
const state = statesAt(Date.now())[query.get('state') ?? 'full'];
if (!state) throw new Error('There is no such state.');

const bridge = createFakeBridge(
  state(),
  {
    language: query.get('lang') === 'en' ? 'en' : 'de',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    scope: query.get('scope') === 'mine' ? 'mine' : 'team',
    slow: Number(query.get('slow') ?? 0),
  },
  () => Date.now(),
);
Object.defineProperty(window, 'tagwerk', { value: bridge });

await import('../../../../src/renderer/main.ts');
