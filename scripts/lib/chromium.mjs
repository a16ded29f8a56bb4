import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './apt.mjs';
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
  if (canInstallPackages()) {
    await withProgress('Installing Chromium from Debian', () =>
      // The package only recommends fonts.
      installPackages(supervisor, ['chromium', 'fonts-liberation']),
    );
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
