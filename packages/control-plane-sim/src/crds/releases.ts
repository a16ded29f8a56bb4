import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { isJsonObject, JsonObject } from '../objects/json';
import { byVersion, furtherKinds } from './furtherKinds';

/** The release whose definitions are served unless others are chosen. @public */
export const DEFAULT_RELEASE = 'v1.2.0';

/** The folder of the definitions lies beside package.json, both in the sources and in the package. */
function crdsDirectory(): string {
  const manifest = require.resolve(
    '@openchoreo-planes/control-plane-sim/package.json',
  );
  return join(dirname(manifest), 'crds');
}

function fileOf(plural: string): string {
  return `${plural}.yaml`;
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
 * The CustomResourceDefinitions of an OpenChoreo release: planes, environments, workflows, their runs, and components.
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
  const further = furtherKinds(release);
  const files = await readdir(folder);
  const known = [...files, ...[...further.keys()].map(fileOf)];
  const wanted = plurals?.map(fileOf) ?? known;
  const missing = wanted.filter(file => !known.includes(file));
  if (missing.length > 0) {
    throw new Error(`Release '${release}' has no ${missing.join(', ')}`);
  }
  return Promise.all(
    wanted.map(async file => {
      const given = further.get(file.replace(/\.yaml$/, ''));
      if (given) {
        return given;
      }
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
