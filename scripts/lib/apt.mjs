import { existsSync } from 'node:fs';

const APT_GET = '/usr/bin/apt-get';

/** Whether packages of Debian can be installed here. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync(APT_GET);
}

/**
 * Installs packages of Debian, without what they merely recommend.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {readonly string[]} packages
 */
export async function installPackages(supervisor, packages) {
  await aptGet(supervisor, 'update');
  await aptGet(supervisor, 'install', '--no-install-recommends', ...packages);
}

/**
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string[]} args
 */
function aptGet(supervisor, ...args) {
  return supervisor.runOrThrow({
    name: `apt-get-${args[0]}`,
    command: APT_GET,
    args: ['--yes', '--quiet', ...args],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
