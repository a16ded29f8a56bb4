import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, type ZlibOptions } from 'node:zlib';
import { decompress as decompressZstd } from 'fzstd';
import type { Decompress } from '../argo/rawNodes';

const FIXTURES = join(__dirname, '../__fixtures__');

/** An Argo workflow as the real controller wrote it, such as `argo-v4.1.2/nested.final`. */
export function readArgoRecording(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8'));
}

/** The names of all recorded Argo workflows. */
export const argoRecordings: readonly string[] = [
  'argo-v3.7.6',
  'argo-v4.1.2',
].flatMap(version =>
  readdirSync(join(FIXTURES, version)).map(
    file => `${version}/${file.replace('.json', '')}`,
  ),
);

/** Decompresses as a backend does: up to 1 MiB. */
export const decompress: Decompress = (bytes, algorithm) => {
  const options: ZlibOptions = {
    maxOutputLength: 1024 * 1024,
  };
  switch (algorithm) {
    case 'gzip':
      return gunzipSync(bytes, options);
    case 'zstd':
      return decompressZstd(bytes);
    default:
      return brotliDecompressSync(bytes, { maxOutputLength: 1024 * 1024 });
  }
};
