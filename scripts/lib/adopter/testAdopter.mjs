import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../chromium.mjs';
import { repositoryRoot } from '../paths.mjs';
import { withProgress } from '../progress.mjs';
import { buildAdopterPortal } from './buildAdopterPortal.mjs';
import { checkPackages } from './checkPackages.mjs';
import { followInstructions } from './followInstructions.mjs';
import { installPortal } from './installPortal.mjs';
import { layOutPortal } from './layOutPortal.mjs';
import { packPlugins } from './packPlugins.mjs';
import { visitPortals } from './visitPortals.mjs';

/** @typedef {import('../supervisor.mjs').Supervisor} Supervisor */
/** @typedef {import('../testRun.mjs').TestRun} TestRun */

/**
 * Outside the checkout, whose node_modules must not help; the same one every time, so that what an interrupted run left goes
 * with the next.
 */
const parentDirectory = join(
  tmpdir(),
  `planes-adopter-${createHash('sha256')
    .update(repositoryRoot)
    .digest('hex')
    .slice(0, 8)}`,
);

/**
 * Does what somebody does who takes the plugins into a portal, from `npm publish` to looking at the pages.
 *
 * @param {Supervisor} supervisor
 * @param {TestRun} run
 * @param {boolean} keep - whether the portal's folder stays
 */
export async function testAdopter(supervisor, run, keep) {
  /** @type {import('./packPlugins.mjs').PackedPlugin[]} */
  let packed = [];
  const packing = await run.step('Packages', async () => {
    packed = await packPlugins(supervisor);
    return checkPackages(supervisor, packed);
  });
  if (!packing) {
    run.cannotRun('A new portal');
    return;
  }
  const directory = join(parentDirectory, 'portal');
  try {
    const made = await run.step('A new portal', async () => {
      await rm(parentDirectory, { recursive: true, force: true });
      await mkdir(parentDirectory);
      await makePortal(supervisor, directory, packed);
      return { code: 0 };
    });
    if (made) {
      await run.step('Its pages', async () =>
        visitPortals(supervisor, directory, await ensureChromium(supervisor)),
      );
    }
  } finally {
    if (keep) {
      console.log(`\nThe portal is in ${directory}`);
    } else {
      await rm(parentDirectory, { recursive: true, force: true });
    }
  }
}

/**
 * @param {Supervisor} supervisor
 * @param {string} directory
 * @param {import('./packPlugins.mjs').PackedPlugin[]} packed
 */
async function makePortal(supervisor, directory, packed) {
  await withProgress('Making a portal as the documentation says', async () => {
    await layOutPortal(supervisor, directory);
    await followInstructions(
      directory,
      new Map(packed.map(({ name, version }) => [name, version])),
    );
  });
  await withProgress('Installing its dependencies', () =>
    installPortal(supervisor, directory, packed),
  );
  await withProgress('Building it', () =>
    buildAdopterPortal(supervisor, directory),
  );
}
