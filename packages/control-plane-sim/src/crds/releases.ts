import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { isJsonObject, JsonObject } from '../objects/json';

/** The release whose definitions are served unless others are chosen. @public */
export const DEFAULT_RELEASE = 'v1.2.0';

/** The folder of the definitions lies beside package.json, both in the sources and in the package. */
function crdsDirectory(): string {
  const manifest = require.resolve(
    '@openchoreo-planes/control-plane-sim/package.json',
  );
  return join(dirname(manifest), 'crds');
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The OpenChoreo releases whose CustomResourceDefinitions are at hand, oldest first. @public */
export async function listReleases(): Promise<string[]> {
  const entries = await readdir(crdsDirectory(), { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort(byVersion);
}

/**
 * The CustomResourceDefinitions of an OpenChoreo release: planes, environments, workflows and their runs.
 *
 * @param release - for example `v0.17.0`
 * @param plurals - only these; all of the release unless named
 * @throws Error where the release is not at hand, or has no such plural
 * @public
 */
export async function readReleaseCrds(
  release: string,
  plurals?: readonly string[],
): Promise<{ [field: string]: unknown }[]> {
  const releases = await listReleases();
  if (!releases.includes(release)) {
    throw new Error(
      `There are no CustomResourceDefinitions of release '${release}'; there are those of ${releases.join(
        ', ',
      )}`,
    );
  }
  const folder = join(crdsDirectory(), release);
  const files = await readdir(folder);
  const wanted = plurals?.map(plural => `${plural}.yaml`) ?? files;
  const missing = wanted.filter(file => !files.includes(file));
  if (missing.length > 0) {
    throw new Error(`Release '${release}' has no ${missing.join(', ')}`);
  }
  return Promise.all(
    wanted.map(async file => {
      const crd: unknown = parse(await readFile(join(folder, file), 'utf8'));
      if (!isJsonObject(crd)) {
        throw new Error(`'${file}' of release '${release}' is no object`);
      }
      return crd;
    }),
  );
}

/** The definitions of several releases; where they overlap, a later one in the list wins. */
export async function mergeReleaseCrds(
  releases: readonly string[],
): Promise<JsonObject[]> {
  const byName = new Map<unknown, JsonObject>();
  for (const release of releases) {
    for (const crd of await readReleaseCrds(release)) {
      const { metadata } = crd;
      byName.set(isJsonObject(metadata) ? metadata.name : undefined, crd);
    }
  }
  return [...byName.values()];
}
