import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RENDER_TEMPLATE = fileURLToPath(
  new URL('./renderTemplate.cjs', import.meta.url),
);

/**
 * One of the two frontends that a portal can have.
 *
 * @typedef {object} Frontend
 * @property {string} template - of `@backstage/create-app`
 * @property {string} package - name and folder below `packages`
 * @property {string} config - file with the portal's configuration
 */

/** @type {Frontend} */
export const newFrontend = {
  template: 'default-app',
  package: 'app',
  config: 'app-config.yaml',
};

/** @type {Frontend} */
export const legacyFrontend = {
  template: 'legacy-app',
  package: 'app-legacy',
  config: 'app-config.legacy.yaml',
};

/**
 * Makes a portal as `@backstage/create-app` does: the template for the new frontend system, and in the same workspace the
 * frontend of the template for the old one, so that one installation serves both. The backends of the templates are the
 * same.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} directory - does not exist yet
 */
export async function layOutPortal(supervisor, directory) {
  const other = `${directory}-legacy`;
  await render(supervisor, newFrontend, directory);
  await render(supervisor, legacyFrontend, other);
  const folder = join(directory, 'packages', legacyFrontend.package);
  await rename(join(other, 'packages/app'), folder);
  await rename(
    join(other, 'app-config.yaml'),
    join(directory, legacyFrontend.config),
  );
  await rm(other, { recursive: true });
  await changeManifest(folder, manifest => {
    manifest.name = legacyFrontend.package;
  });
  // As the template links `app`, which the backend serves.
  await addDependencies(join(directory, 'packages/backend'), {
    [legacyFrontend.package]: `link:../${legacyFrontend.package}`,
  });
}

/**
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {Frontend} frontend
 * @param {string} folder
 */
function render(supervisor, { template }, folder) {
  return supervisor.runOrThrow({
    name: `adopter-${template}`,
    args: [RENDER_TEMPLATE, template, folder],
  });
}

/**
 * @param {string} folder - of the package
 * @param {Record<string, string>} dependencies
 */
export function addDependencies(folder, dependencies) {
  return changeManifest(folder, manifest => {
    manifest.dependencies = { ...manifest.dependencies, ...dependencies };
  });
}

/**
 * What is changed of a `package.json`.
 *
 * @typedef {object} Manifest
 * @property {string} [name]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [resolutions]
 */

/**
 * @param {string} folder - of the package
 * @param {(manifest: Manifest) => void} change
 */
export async function changeManifest(folder, change) {
  const file = join(folder, 'package.json');
  /** @type {Manifest} */
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  change(manifest);
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
