import type { TimelineGap } from '../api/timelineSchema';
import { asFields, Fields, fieldsAt, readText } from '../parse/readers';
import { asSentence } from '../parse/text';
import { decodeBase64 } from './base64';

/** How Argo compressed the nodes of a large workflow. @public */
export type NodesCompression = 'gzip' | 'zstd' | 'brotli';

/**
 * Decompresses, which this package leaves to its caller since browsers and Node do it differently.
 *
 * @remarks
 * Its output must be bounded: it throws a `RangeError` where the output is larger than it accepts, as Node's `zlib` does with
 * `maxOutputLength`, and any other error where the bytes are damaged or the algorithm is not available.
 *
 * @public
 */
export type Decompress = (
  bytes: Uint8Array,
  algorithm: NodesCompression,
) => Uint8Array;

/** Options of everything that reads nodes. @public */
export interface ReadNodesOptions {
  readonly decompress: Decompress;
}

/** Why there are no nodes. @public */
export interface ArgoNodesGap {
  readonly reason: Extract<
    TimelineGap,
    'offloaded' | 'too-large' | 'undecodable' | 'no-nodes'
  >;
  /** One sentence for a person. */
  readonly message: string;
}

/** The nodes of an Argo workflow by their ids, as it has them; or why it has none. */
export type RawNodes =
  | { readonly nodes: Fields; readonly gap?: undefined }
  | { readonly nodes?: undefined; readonly gap: ArgoNodesGap };

const TOO_LARGE: RawNodes = {
  gap: {
    reason: 'too-large',
    message:
      'The nodes of this workflow are larger than the portal accepts, so only its tasks are shown.',
  },
};

const OFFLOADED: RawNodes = {
  gap: {
    reason: 'offloaded',
    message:
      'Argo keeps the nodes of this workflow in its database, which the Kubernetes API does not show.',
  },
};

function undecodable(what: string): RawNodes {
  return {
    gap: {
      reason: 'undecodable',
      message: `The nodes of this workflow cannot be read: ${what}.`,
    },
  };
}

/** The algorithm by the first bytes; brotli has none of its own. */
function compressionOf(bytes: Uint8Array): NodesCompression {
  const starts = (...magic: number[]) =>
    magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x1f, 0x8b)) {
    return 'gzip';
  }
  return starts(0x28, 0xb5, 0x2f, 0xfd) ? 'zstd' : 'brotli';
}

function isRangeError(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'RangeError'
  );
}

function decode(text: string, decompress: Decompress): RawNodes {
  const bytes = decodeBase64(text);
  if (!bytes) {
    return undecodable('status.compressedNodes is not base64');
  }
  const algorithm = compressionOf(bytes);
  let json: Uint8Array;
  try {
    json = decompress(bytes, algorithm);
  } catch (error) {
    return isRangeError(error)
      ? TOO_LARGE
      : undecodable(`status.compressedNodes is not valid ${algorithm}`);
  }
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true }).decode(json);
    const nodes = asFields(JSON.parse(utf8));
    return nodes
      ? { nodes }
      : undecodable('status.compressedNodes holds something else');
  } catch {
    return undecodable('status.compressedNodes holds no JSON');
  }
}

function withoutNodes(status: Fields): RawNodes {
  const { phase } = status;
  const message = readText(status.message, 1000);
  const refused = phase === 'Failed' || phase === 'Error';
  return {
    gap: {
      reason: 'no-nodes',
      message: asSentence(
        refused
          ? ['Argo refused the workflow before any step began', message]
              .filter(Boolean)
              .join(': ')
          : 'Argo has not begun with the workflow yet',
      ),
    },
  };
}

/** Finds the nodes of an Argo workflow: plain, compressed, kept elsewhere, or none. */
export function readRawNodes(
  workflow: Fields,
  { decompress }: ReadNodesOptions,
): RawNodes {
  const status = fieldsAt(workflow, 'status');
  const nodes = fieldsAt(status, 'nodes');
  if (Object.keys(nodes).length > 0) {
    return { nodes };
  }
  const { compressedNodes, offloadNodeStatusVersion } = status;
  if (typeof compressedNodes === 'string' && compressedNodes !== '') {
    return decode(compressedNodes, decompress);
  }
  return typeof offloadNodeStatusVersion === 'string' &&
    offloadNodeStatusVersion !== ''
    ? OFFLOADED
    : withoutNodes(status);
}
