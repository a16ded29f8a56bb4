import { brotliCompressSync, gzipSync } from 'node:zlib';
import { JsonObject } from '../../../objects/json';
import { RenderedStatus } from './renderStatus';

/** What a workflow may measure as JSON before Argo compresses its nodes. */
const MAX_BYTES = 1_048_576;

/** When and how nodes are compressed. */
export interface PackOptions {
  readonly compression?: 'gzip' | 'brotli' | 'none';
  readonly maxBytes?: number;
  /** What the rest of the object measures. */
  readonly otherBytes: number;
}

/** The status as it is stored: with its nodes, or with them compressed where the object would be too large. */
export function packStatus(
  { status, nodes }: RenderedStatus,
  options: PackOptions,
): JsonObject {
  if (!nodes) {
    return status;
  }
  const { compression = 'gzip', maxBytes = MAX_BYTES, otherBytes } = options;
  const plain = { ...status, nodes };
  if (compression === 'none') {
    return plain;
  }
  const json = JSON.stringify(nodes);
  if (Buffer.byteLength(json) + otherBytes <= maxBytes) {
    return plain;
  }
  const compress = compression === 'gzip' ? gzipSync : brotliCompressSync;
  return {
    ...status,
    compressedNodes: compress(json).toString('base64'),
  };
}
