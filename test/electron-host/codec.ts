import { createCodec, type Codec } from './page/codec.ts';

/** The codec as main uses it. */
export const codec: Codec = createCodec({
  encode: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});
