import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  type NodesCompression,
  readArgoWorkflow,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { argoRecording } from '../__testUtils__/argoRecordings';
import { decompressUpTo } from './decompress';

const MIB = 1024 * 1024;

/** Zeros as zstd: one frame with a window of 8 MiB, of blocks that repeat one byte. */
function zstdOfZeros(size: number, windowDescriptor = 13 << 3): Uint8Array {
  const block = 128 * 1024;
  const count = Math.ceil(size / block);
  const blocks = Array.from({ length: count }, (_, index) => {
    const header = (block << 3) | (1 << 1) | (index === count - 1 ? 1 : 0);
    return [header & 0xff, (header >> 8) & 0xff, header >> 16, 0];
  });
  const magic = [0x28, 0xb5, 0x2f, 0xfd];
  return Uint8Array.from([...magic, 0, windowDescriptor, ...blocks.flat()]);
}

describe('decompressUpTo', () => {
  it.each(['gzip', 'zstd', 'brotli'])(
    'reads the nodes that Argo compressed by %s',
    algorithm => {
      const reading = readArgoWorkflow(
        argoRecording(`compressed-${algorithm}`),
        { decompress: decompressUpTo(MIB) },
      );
      expect(reading.gap).toBeUndefined();
      expect(reading.nodes.length).toBeGreaterThan(30);
    },
  );

  it.each(['gzip', 'zstd', 'brotli'])(
    'says that the nodes are too large where %s makes more of them',
    algorithm => {
      expect(
        readArgoWorkflow(argoRecording(`compressed-${algorithm}`), {
          decompress: decompressUpTo(1_000),
        }),
      ).toMatchObject({ nodes: [], gap: { reason: 'too-large' } });
    },
  );

  const zeros = Buffer.alloc(4 * MIB);
  it.each<[NodesCompression, Uint8Array]>([
    ['gzip', gzipSync(zeros)],
    ['brotli', brotliCompressSync(zeros)],
    ['zstd', zstdOfZeros(4 * MIB)],
  ])('allows exactly as much as it says: %s', (algorithm, bomb) => {
    expect(decompressUpTo(4 * MIB)(bomb, algorithm)).toHaveLength(4 * MIB);
    expect(() => decompressUpTo(4 * MIB - 1)(bomb, algorithm)).toThrow(
      RangeError,
    );
  });

  it('sets no memory aside for what a header of zstd claims', () => {
    // 2 ** (10 + 21) bytes
    const greedy = zstdOfZeros(MIB, 21 << 3);
    expect(() => decompressUpTo(4 * MIB)(greedy, 'zstd')).toThrow(RangeError);
    // A single segment of 2 GiB, by a content size of 4 bytes.
    const single = Uint8Array.from([
      ...[0x28, 0xb5, 0x2f, 0xfd, 0xa0],
      ...[0xff, 0xff, 0xff, 0x7f],
      ...Array.from({ length: 20 }, () => 0),
    ]);
    expect(() => decompressUpTo(4 * MIB)(single, 'zstd')).toThrow(RangeError);
  });

  it.each<[NodesCompression, number[]]>([
    ['gzip', [0x1f, 0x8b, 1, 2, 3]],
    ['brotli', [1, 2, 3]],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    [
      'zstd',
      [0x28, 0xb5, 0x2f, 0xfd, ...Array.from({ length: 40 }, () => 255)],
    ],
  ])('refuses what is no %s: %j', (algorithm, bytes) => {
    expect(() =>
      decompressUpTo(MIB)(Uint8Array.from(bytes), algorithm),
    ).toThrow();
  });
});
