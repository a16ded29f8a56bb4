import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Lets native modules compile against the headers that came with Node, which saves a download;
 * without headers npm's usual way stays in force.
 *
 * @param {string} [execPath] - the running Node
 * @returns {Record<string, string>} environment variables to add
 */
export function nativeHeadersEnvironment(execPath = process.execPath) {
  const prefix = dirname(dirname(execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h'))
    ? { npm_config_nodedir: prefix }
    : {};
}
