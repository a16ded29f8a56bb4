import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';
import { withProgress } from './progress.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The command line of Playwright. */
export const playwrightCli = join(
  repositoryRoot,
  'node_modules/@playwright/test/cli.js',
);

/**
 * A browser that the machine has already.
 *
 * @param {string | undefined} configured - the value of CHROMIUM_PATH
 * @param {(path: string) => boolean} [exists]
 * @returns {string | undefined}
 */
export function findChromium(configured, exists = existsSync) {
  return [configured, ...SYSTEM_BROWSERS].find(
    path => path !== undefined && path !== '' && exists(path),
  );
}

/**
 * Finds a Chromium or installs one: the package of Debian where this is possible, else the one that
 * comes with Playwright.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<string | undefined>} its path, or nothing for Playwright's own
 */
export async function ensureChromium(supervisor) {
  const found = findChromium(process.env.CHROMIUM_PATH);
  if (found) {
    return found;
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    await withProgress('Installing Chromium from Debian', async () => {
      await aptGet(supervisor, 'update');
      await aptGet(
        supervisor,
        'install',
        '--no-install-recommends',
        'chromium',
        // The package only recommends fonts.
        'fonts-liberation',
      );
    });
    return findChromium(undefined);
  }
  await withProgress('Installing the Chromium of Playwright', () =>
    supervisor.runOrThrow({
      name: 'install-chromium',
      args: [playwrightCli, 'install', 'chromium'],
    }),
  );
  return undefined;
}

/**
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string[]} args
 */
function aptGet(supervisor, ...args) {
  return supervisor.runOrThrow({
    name: `apt-get-${args[0]}`,
    command: '/usr/bin/apt-get',
    args: ['--yes', '--quiet', ...args],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
