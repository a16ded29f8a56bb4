import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isJsonObject, JsonObject } from '../../../objects/json';
import { RenderedStatus } from './renderStatus';

/** What a workflow may measure as JSON before Argo compresses its nodes. */
const MAX_BYTES = 1_048_576;
/** Fast rather than small: a simulation does this every second. */
const BROTLI_QUALITY = 4;

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
  const json = stringifyNodes(nodes);
  if (Buffer.byteLength(json) + otherBytes <= maxBytes) {
    return plain;
  }
  const compressed =
    compression === 'gzip'
      ? gzipSync(json, { level: constants.Z_BEST_SPEED })
      : brotliCompressSync(json, {
          params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
        });
  return { ...status, compressedNodes: compressed.toString('base64') };
}

const texts = new WeakMap<object, string>();

/** Nodes that did not change are the same objects as before, so their JSON is too. */
function stringifyNodes(nodes: JsonObject): string {
  const parts = Object.entries(nodes).map(([id, node]) => {
    const known = isJsonObject(node) ? texts.get(node) : undefined;
    const text = known ?? JSON.stringify(node);
    if (known === undefined && isJsonObject(node)) {
      texts.set(node, text);
    }
    return `${JSON.stringify(id)}:${text}`;
  });
  return `{${parts.join(',')}}`;
}
