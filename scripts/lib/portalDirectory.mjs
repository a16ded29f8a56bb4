import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Unpacks a bundle of `backstage-cli package build` so that it runs without an installation of its
 * own: links make its packages find each other, and everything else is found in the node_modules
 * of the checkout, inside which `directory` has to be.
 *
 * @param {object} options
 * @param {import('./supervisor.mjs').Supervisor} options.supervisor
 * @param {string} options.bundle - the bundle.tar.gz
 * @param {string} options.directory - made anew
 * @param {string} options.checkout - where the packages were built
 */
export async function unpackPortal({
  supervisor,
  bundle,
  directory,
  checkout,
}) {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await supervisor.runOrThrow({
    name: 'unpack-portal',
    command: 'tar',
    args: ['-xzf', bundle, '-C', directory],
  });
  await linkPackages(directory, checkout);
}

/**
 * @param {string} directory
 * @param {string} checkout
 */
export async function linkPackages(directory, checkout) {
  const folders = await packageFolders(directory);
  const own = new Set(folders.map(({ name }) => name));
  for (const { name, folder } of folders) {
    await link(join(directory, 'node_modules', name), join(directory, folder));
    // What Yarn could not hoist to the top lies beside the package in the checkout.
    const nested = join(checkout, folder, 'node_modules');
    for (const dependency of await installedPackages(nested)) {
      if (!own.has(dependency)) {
        await link(
          join(directory, folder, 'node_modules', dependency),
          join(nested, dependency),
        );
      }
    }
  }
}

/** @param {string} directory */
async function packageFolders(directory) {
  const folders = [];
  for (const parent of ['packages', 'plugins']) {
    for (const child of await listNames(join(directory, parent))) {
      const folder = join(parent, child);
      const manifest = join(directory, folder, 'package.json');
      const { name } = JSON.parse(await readFile(manifest, 'utf8'));
      folders.push({ name: String(name), folder });
    }
  }
  return folders;
}

/** @param {string} nodeModules */
async function installedPackages(nodeModules) {
  const names = [];
  for (const name of await listNames(nodeModules)) {
    if (name.startsWith('@')) {
      for (const scoped of await listNames(join(nodeModules, name))) {
        names.push(`${name}/${scoped}`);
      }
    } else if (!name.startsWith('.')) {
      names.push(name);
    }
  }
  return names;
}

/** @param {string} folder */
async function listNames(folder) {
  return existsSync(folder) ? readdir(folder) : [];
}

/**
 * @param {string} path
 * @param {string} target
 */
async function link(path, target) {
  await mkdir(dirname(path), { recursive: true });
  await symlink(relative(dirname(path), target), path, 'dir');
}
