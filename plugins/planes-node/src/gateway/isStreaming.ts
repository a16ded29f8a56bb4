import type { TunnelRequest } from './types';

const STREAMING = new Set(['watch', 'follow']);

/**
 * Whether a request asks for a stream, in any of the forms that a Kubernetes API understands.
 *
 * @remarks
 * The gateway refuses `watch=true`, but lets `watch=1` and the old path form pass, and then holds the whole stream back
 * until it ends.
 */
export function isStreaming({ path, query }: TunnelRequest): boolean {
  const [root] = path;
  const afterVersion = path[root === 'apis' ? 3 : 2];
  return (
    afterVersion === 'watch' ||
    Object.keys(query ?? {}).some(key => STREAMING.has(key.toLowerCase()))
  );
}
