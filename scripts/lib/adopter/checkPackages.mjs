import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packageFaults } from './packageFaults.mjs';

/**
 * Looks into every tarball for what would break somebody else's portal, and prints it.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {readonly import('./packPlugins.mjs').PackedPlugin[]} packed
 * @returns {Promise<import('../testRun.mjs').StepOutcome>} a test case for each package
 */
export async function checkPackages(supervisor, packed) {
  const published = packed.map(({ name }) => name);
  let failed = 0;
  for (const { name, tarball } of packed) {
    const files = await readTarball(supervisor, tarball);
    const manifest = JSON.parse(files.get('package.json') ?? '');
    const faults = packageFaults({ manifest, files, published });
    for (const fault of faults) {
      console.error(`${name} ${fault}.`);
    }
    failed += faults.length > 0 ? 1 : 0;
  }
  const passed = packed.length - failed;
  return { code: failed, counts: { passed, failed, skipped: 0 } };
}

/**
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} tarball
 * @returns {Promise<Map<string, string>>} the text of its files
 */
async function readTarball(supervisor, tarball) {
  const directory = await mkdtemp(join(tmpdir(), 'planes-package-'));
  try {
    await supervisor.runOrThrow({
      name: `adopter-unpack-${basename(tarball, '.tgz')}`,
      command: 'tar',
      args: ['-xzf', tarball, '-C', directory, '--strip-components=1'],
    });
    const entries = await readdir(directory, {
      recursive: true,
      withFileTypes: true,
    });
    /** @type {Map<string, string>} */
    const files = new Map();
    for (const entry of entries.filter(found => found.isFile())) {
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(directory.length + 1), await readFile(path, 'utf8'));
    }
    return files;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
