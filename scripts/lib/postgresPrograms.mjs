import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages } from './apt.mjs';
import { withProgress } from './progress.mjs';

/** Where Debian puts the programs of each version, outside of everybody's PATH. */
const DEBIAN_DIRECTORY = '/usr/lib/postgresql';

/**
 * The folder of a PostgreSQL server's programs: one of the PATH, else the latest of Debian.
 *
 * @param {string | undefined} path - the value of PATH
 * @param {readonly string[]} debianVersions - the names in {@link DEBIAN_DIRECTORY}
 * @param {(file: string) => boolean} [exists]
 * @returns {string | undefined}
 */
export function findPostgres(path, debianVersions, exists = existsSync) {
  const ofDebian = [...debianVersions]
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(DEBIAN_DIRECTORY, version, 'bin'));
  return [...(path ?? '').split(delimiter), ...ofDebian].find(
    directory =>
      directory !== '' &&
      ['initdb', 'postgres'].every(name => exists(join(directory, name))),
  );
}

/**
 * Finds the programs of a PostgreSQL server, or installs Debian's package where this is possible.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<string | undefined>} their folder; nothing where they cannot be had
 */
export async function ensurePostgresPrograms(supervisor) {
  const found = await lookAround();
  if (found || !canInstallPackages()) {
    return found;
  }
  await withProgress('Installing PostgreSQL from Debian', () =>
    installPackages(supervisor, ['postgresql']),
  );
  return lookAround();
}

async function lookAround() {
  const versions = existsSync(DEBIAN_DIRECTORY)
    ? await readdir(DEBIAN_DIRECTORY)
    : [];
  return findPostgres(process.env.PATH, versions);
}
