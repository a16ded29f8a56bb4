import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { backstageCli } from '../backstageCli.mjs';
import { contentHash } from '../contentHash.mjs';
import { cacheDirectory, repositoryRoot } from '../paths.mjs';
import { withProgress } from '../progress.mjs';
import { onceForHash } from '../stamp.mjs';
import { toolEnvironment, yarnScript } from '../yarn.mjs';
import { copySources } from './sourceCopy.mjs';

/** @typedef {import('../supervisor.mjs').Supervisor} Supervisor */

/**
 * A plugin as it would be published.
 *
 * @typedef {{ name: string, version: string, tarball: string }} PackedPlugin
 */

const sourceDirectory = join(cacheDirectory, 'adopter/source');
const tarballDirectory = join(cacheDirectory, 'adopter/packages');
const listFile = join(tarballDirectory, 'packages.json');

/** How many are packed at a time; each takes a core for some seconds. */
const PACKED_AT_ONCE = 2;

/**
 * Builds and packs every plugin, unless the last time had the same sources.
 *
 * @param {Supervisor} supervisor
 * @returns {Promise<PackedPlugin[]>}
 */
export async function packPlugins(supervisor) {
  const inputs = ['plugins', 'package.json', 'yarn.lock', 'tsconfig.json'];
  await onceForHash({
    stampFile: join(tarballDirectory, '.packed'),
    hash: await contentHash(repositoryRoot, inputs),
    outputs: [listFile],
    work: () =>
      withProgress('Building and packing the plugins', async () => {
        await rm(tarballDirectory, { recursive: true, force: true });
        await mkdir(tarballDirectory, { recursive: true });
        const folders = await copySources(sourceDirectory);
        await build(supervisor);
        const packed = await packAll(supervisor, folders);
        await writeFile(listFile, JSON.stringify(packed, null, 2));
      }),
  });
  return JSON.parse(await readFile(listFile, 'utf8'));
}

/** @param {Supervisor} supervisor */
async function build(supervisor) {
  await supervisor.runOrThrow({
    name: 'adopter-types',
    args: [
      join(repositoryRoot, 'node_modules/typescript/bin/tsc'),
      '--incremental',
      'false',
    ],
    cwd: sourceDirectory,
  });
  await supervisor.runOrThrow({
    name: 'adopter-build',
    args: [backstageCli, 'repo', 'build'],
    cwd: sourceDirectory,
    env: { ...toolEnvironment(), NODE_ENV: 'production' },
  });
}

/**
 * @param {Supervisor} supervisor
 * @param {readonly string[]} folders
 * @returns {Promise<PackedPlugin[]>}
 */
async function packAll(supervisor, folders) {
  /** @type {PackedPlugin[]} */
  const packed = [];
  const waiting = [...folders];
  const work = async () => {
    for (;;) {
      const folder = waiting.shift();
      if (folder === undefined) {
        return;
      }
      packed.push(await pack(supervisor, folder));
    }
  };
  await Promise.all(Array.from({ length: PACKED_AT_ONCE }, work));
  return packed.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {Supervisor} supervisor
 * @param {string} folder
 * @returns {Promise<PackedPlugin>}
 */
async function pack(supervisor, folder) {
  const tarball = join(tarballDirectory, `${basename(folder)}.tgz`);
  await supervisor.runOrThrow({
    name: `adopter-pack-${basename(folder)}`,
    args: [yarnScript, 'pack', '--out', tarball],
    cwd: folder,
    env: toolEnvironment(),
  });
  const { name, version } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  return { name, version, tarball };
}
