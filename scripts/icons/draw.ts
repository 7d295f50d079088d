import { Resvg } from '@resvg/resvg-js';
import { appIconSvg } from './app-icon.ts';
import { icns, icnsSizes, ico, type Picture } from './containers.ts';
import { markStates, markSvg } from './mark.ts';

/** For bars that are dark and bars that are light. */
const inks = { dark: '#ffffff', light: '#1b2022' } as const;

/** 100 to 300 per cent on Windows. */
const windowsTraySizes = [16, 20, 24, 32, 40, 48];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];

/** Every file under `resources/` that is drawn, by its path there. */
export function drawIcons(): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const state of markStates) {
    files.set(`mark/${state}.svg`, Buffer.from(markSvg(state, 'currentColor')));
    const draw = (ink: string, size: number): Picture => render(markSvg(state, ink, size), size);
    // Black by rule: macOS takes the shape and tints it.
    files.set(`tray/${state}Template.png`, draw('#000000', 16).png);
    files.set(`tray/${state}Template@2x.png`, draw('#000000', 32).png);
    for (const [ground, ink] of Object.entries(inks)) {
      const name = `tray/${state}-on-${ground}`;
      files.set(`${name}.png`, draw(ink, 24).png);
      files.set(`${name}@2x.png`, draw(ink, 48).png);
      files.set(`${name}.ico`, ico(windowsTraySizes.map((size) => draw(ink, size))));
    }
  }
  const app = (size: number): Picture => render(appIconSvg(size, 'other'), size);
  const mac = (size: number): Picture => render(appIconSvg(size, 'mac'), size);
  files.set('mark/app.svg', Buffer.from(appIconSvg(1024, 'other')));
  for (const size of linuxSizes) files.set(`icons/${size}x${size}.png`, app(size).png);
  files.set('icons/icon.ico', ico(windowsSizes.map(app)));
  files.set('icons/icon.icns', icns(icnsSizes.map(mac)));
  return files;
}

function render(svg: string, size: number): Picture {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  return { size, png: Buffer.from(image.asPng()), pixels: Buffer.from(image.pixels) };
}
