import { Decompress } from 'fzstd';

/** Encoders use 8 MiB at most unless told otherwise (RFC 8878, 3.1.1.1.2). */
const MAX_WINDOW_BYTES = 32 * 1024 * 1024;

/**
 * Decompresses zstd block by block, so that it stops at the first one too many. Node itself can do so from 22.15 on.
 *
 * @throws RangeError where there would be more than `maxBytes`, or an Error of the library for what is no zstd
 */
export function unzstd(data: Uint8Array, maxBytes: number): Uint8Array {
  if (windowSize(data) > MAX_WINDOW_BYTES) {
    // The library would set aside as much memory as the header asks for.
    throw new RangeError('The window is too large');
  }
  const blocks: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress(block => {
    size += block.length;
    if (size > maxBytes) {
      throw new RangeError(`There are more than ${maxBytes} bytes`);
    }
    blocks.push(block);
  });
  stream.push(data, true);
  return Buffer.concat(blocks, size);
}

/** How much memory the header of a frame asks for (RFC 8878, 3.1.1.1); 0 where it is too short to tell. */
function windowSize(data: Uint8Array): number {
  if (data.length < 18) {
    return 0;
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (!isSingleSegment) {
    const window = view.getUint8(5);
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const start = 5 + [0, 1, 2, 4][descriptor & 3];
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(start);
    case 1:
      return view.getUint16(start, true) + 256;
    case 2:
      return view.getUint32(start, true);
    default:
      return Number(view.getBigUint64(start, true));
  }
}
