import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isError } from '@backstage/errors';
import type { Decompress } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { unzstd } from './unzstd';

/** Decompresses what Argo compressed, up to so many bytes; a `RangeError` says that there would be more. */
export function decompressUpTo(maxBytes: number): Decompress {
  return (bytes, algorithm) => {
    if (algorithm === 'zstd') {
      return unzstd(bytes, maxBytes);
    }
    const inflate = algorithm === 'gzip' ? gunzipSync : brotliDecompressSync;
    try {
      return inflate(bytes, { maxOutputLength: maxBytes });
    } catch (error) {
      throw isError(error) && error.code === 'ERR_BUFFER_TOO_LARGE'
        ? new RangeError(error.message)
        : error;
    }
  };
}
