import {
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repositoryRoot } from '../paths.mjs';
import { linkPackages } from '../portalDirectory.mjs';

/** What the plugins are built with, besides their own folders. */
const ROOT_FILES = [
  'package.json',
  'yarn.lock',
  '.yarnrc.yml',
  'tsconfig.json',
];

/** What is made from other files, and tests, which are not published. */
const LEFT_OUT =
  /^(node_modules|dist|coverage|__testUtils__|e2e-tests)$|\.test\.[jt]sx?$/;

/**
 * Copies the plugins, so that building and packing them changes nothing in the checkout: `prepack` rewrites manifests.
 *
 * @param {string} directory - inside the checkout, whose node_modules serve the copy, too; made anew
 * @returns {Promise<string[]>} the folders of the plugins in it
 */
export async function copySources(directory) {
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, 'node_modules'), { recursive: true });
  for (const name of [...ROOT_FILES, 'plugins']) {
    await cp(join(repositoryRoot, name), join(directory, name), {
      recursive: true,
      filter: source => !LEFT_OUT.test(basename(source)),
    });
  }
  await copyIdentities(directory);
  await linkPackages(directory, repositoryRoot);
  // With these Yarn runs the scripts of the copied packages without an installation of their own.
  await mkdir(join(directory, 'node_modules/@backstage'));
  for (const name of ['.yarn-state.yml', '@backstage/cli']) {
    await symlink(
      join(repositoryRoot, 'node_modules', name),
      join(directory, 'node_modules', name),
    );
  }
  const names = await readdir(join(directory, 'plugins'));
  return names.sort().map(name => join(directory, 'plugins', name));
}

/**
 * What the plugins are tested with, by name and version only: packing looks up the version, and nothing of it is built.
 *
 * @param {string} directory
 */
async function copyIdentities(directory) {
  const packages = join(repositoryRoot, 'packages');
  for (const folder of await readdir(packages)) {
    const { name, version } = JSON.parse(
      await readFile(join(packages, folder, 'package.json'), 'utf8'),
    );
    const copy = join(directory, 'packages', folder);
    await mkdir(copy, { recursive: true });
    await writeFile(
      join(copy, 'package.json'),
      JSON.stringify({ name, version, private: true }),
    );
  }
}
