import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Does work once for each state of its inputs. The stamp is there only after success, so that a
 * failure or an interruption leads to another try.
 *
 * @param {object} options
 * @param {string} options.stampFile
 * @param {string} options.hash - of the inputs
 * @param {readonly string[]} [options.outputs] - files without which the work counts as not done
 * @param {() => Promise<void>} options.work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function onceForHash({ stampFile, hash, outputs = [], work }) {
  const previous = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (previous === hash && outputs.every(file => existsSync(file))) {
    return false;
  }
  await rm(stampFile, { force: true });
  await work();
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
  return true;
}
