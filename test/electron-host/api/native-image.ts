import { existsSync, readFileSync } from 'node:fs';
import type { AddRepresentationOptions, NativeImage, Size } from 'electron';
import { faceOf, strict } from '../strict.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const dataUrl = /^data:image\/png;base64,(.+)$/s;

type Implemented = Pick<
  NativeImage,
  | 'isEmpty'
  | 'getSize'
  | 'getAspectRatio'
  | 'getScaleFactors'
  | 'toPNG'
  | 'toDataURL'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'addRepresentation'
>;

/** An image as its PNG files, by scale factor. */
class HostImage implements Implemented {
  private readonly files = new Map<number, Buffer>();
  private template = false;

  add(scale: number, png: Buffer): void {
    if (sizeOf(png)) this.files.set(scale, png);
  }

  isEmpty(): boolean {
    return this.files.size === 0;
  }

  getSize(scaleFactor = 1): Size {
    const [scale, png] = this.nearest(scaleFactor);
    const size = png && sizeOf(png);
    if (!size) return { width: 0, height: 0 };
    return { width: Math.round(size.width / scale), height: Math.round(size.height / scale) };
  }

  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }

  getScaleFactors(): number[] {
    return [...this.files.keys()].sort((a, b) => a - b);
  }

  toPNG({ scaleFactor = 1 }: { scaleFactor?: number } = {}): Buffer {
    return this.nearest(scaleFactor)[1] ?? Buffer.alloc(0);
  }

  toDataURL(options: { scaleFactor?: number } = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`;
  }

  setTemplateImage(option: boolean): void {
    this.template = option;
  }

  isTemplateImage(): boolean {
    return this.template;
  }

  addRepresentation({ scaleFactor = 1, buffer, dataURL }: AddRepresentationOptions): void {
    if (buffer) this.add(scaleFactor, buffer);
    else if (dataURL) this.add(scaleFactor, decodeDataUrl(dataURL));
  }

  private nearest(wanted: number): [scale: number, png: Buffer | undefined] {
    const scales = this.getScaleFactors();
    const scale = scales.find((each) => each >= wanted) ?? scales.at(-1) ?? 1;
    return [scale, this.files.get(scale)];
  }
}

/** An image of PNG bytes; empty where they are none. */
export function createImage(png: Buffer, scaleFactor = 1): NativeImage {
  const image = new HostImage();
  image.add(scaleFactor, png);
  return faceOf(image, 'NativeImage') as unknown as NativeImage;
}

/** `nativeImage`: PNG alone, which is what an app ships for its trays and windows. */
export const nativeImage = strict(
  {
    createEmpty: (): NativeImage => createImage(Buffer.alloc(0)),
    createFromBuffer: (buffer: Buffer, options: { scaleFactor?: number } = {}): NativeImage =>
      createImage(buffer, options.scaleFactor),
    createFromDataURL: (url: string): NativeImage => createImage(decodeDataUrl(url)),
    createFromPath(path: string): NativeImage {
      const image = createImage(read(path));
      for (const scale of [2, 3]) {
        const larger = read(path.replace(/(\.[^./\\]+)$/, `@${scale}x$1`));
        if (larger.length > 0) image.addRepresentation({ scaleFactor: scale, buffer: larger });
      }
      if (/Template(@\dx)?\.[^./\\]+$/.test(path)) image.setTemplateImage(true);
      return image;
    },
  },
  'nativeImage',
);

function read(path: string): Buffer {
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

function decodeDataUrl(url: string): Buffer {
  return Buffer.from(dataUrl.exec(url)?.[1] ?? '', 'base64');
}

/** Width and height stand at a fixed place in a PNG file's header. */
function sizeOf(png: Buffer): Size | null {
  if (png.length < 24 || !png.subarray(0, 8).equals(signature)) return null;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
