import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What is made from other files, and tests, whose changes change nothing that is built. */
const IGNORED =
  /^(node_modules|dist|dist-types|coverage|\.cache|e2e-tests)$|\.test\.[jt]sx?$/;

/**
 * A digest of the names and content of source files, equal as long as nothing in them changes.
 *
 * @param {string} root - names count relative to this folder
 * @param {readonly string[]} paths - files and folders, relative to `root`; what is missing counts as such
 * @param {readonly string[]} [facts] - what else the result depends on
 * @returns {Promise<string>} hexadecimal SHA-256
 */
export async function contentHash(root, paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) {
    hash.update(`${fact}\0`);
  }
  for (const path of [...paths].sort()) {
    for (const file of await listFiles(join(root, path))) {
      const content = await readFile(file);
      hash.update(`${relative(root, file)}\0${content.length}\0`);
      hash.update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function listFiles(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) {
    return found ? [path] : [];
  }
  const files = [];
  for (const name of (await readdir(path)).sort()) {
    if (!IGNORED.test(name)) {
      files.push(...(await listFiles(join(path, name))));
    }
  }
  return files;
}
