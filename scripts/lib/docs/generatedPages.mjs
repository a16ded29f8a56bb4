import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.mjs';
import { configReference } from './configReference.mjs';
import { replaceParts, section } from './generatedParts.mjs';

/** Without these no configuration is valid. */
const REQUIRED = {
  app: { baseUrl: 'http://localhost' },
  backend: {
    baseUrl: 'http://localhost',
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

const docs = join(repositoryRoot, 'docs');

/**
 * The pages that are made from other files in part, as they should be.
 *
 * @returns {Promise<{ file: string, current: string, wanted: string }[]>}
 */
export async function generatedPages() {
  const { schema } = await loadConfigSchemas();
  return [
    await page('configuration.md', { configuration: configReference(schema) }),
    await page('legacy.md', {
      planes: await legacySection('planes'),
      'workflow-runs': await legacySection('workflow-runs'),
      kubernetes: await legacySection('kubernetes-backend-module-planes'),
    }),
    await page('manifests.md', await manifestParts()),
  ];
}

/**
 * Writes those pages that are not as they should be.
 *
 * @returns {Promise<string[]>} their files
 */
export async function updateGeneratedPages() {
  const outdated = (await generatedPages()).filter(
    ({ current, wanted }) => current !== wanted,
  );
  for (const { file, wanted } of outdated) {
    await writeFile(file, wanted);
  }
  return outdated.map(({ file }) => file);
}

/**
 * The schemas of all plugins here, and a check of configuration by them.
 */
export async function loadConfigSchemas() {
  // Not at the top: the scripts load before anything is installed.
  const { loadConfigSchema } = await import('@backstage/config-loader');
  const loaded = await loadConfigSchema({
    dependencies: [],
    packagePaths: await packagesWithSchema(),
  });
  const { schemas } =
    /** @type {{ schemas: { path: string, value: import('./configReference.mjs').JsonSchema }[] }} */ (
      /** @type {unknown} */ (loaded.serialize())
    );
  return {
    schema: schemas
      .filter(({ path }) => /(^|\/)plugins\/[^/]+\/config\.d\.ts$/.test(path))
      // They come as their files happened to be read.
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ value }) => value),
    /** @param {Parameters<typeof loaded.process>[0][number]['data']} data */
    check: data =>
      loaded.process([
        { data: REQUIRED, context: 'what Backstage wants' },
        { data, context: 'documentation' },
      ]),
  };
}

async function packagesWithSchema() {
  const paths = [];
  for (const name of (await readdir(join(repositoryRoot, 'plugins'))).sort()) {
    const path = join(repositoryRoot, 'plugins', name, 'package.json');
    const text = await readFile(path, 'utf8');
    if (JSON.parse(text).configSchema) {
      paths.push(path);
    }
  }
  return paths;
}

/**
 * What the README of a plugin says of the old frontend system.
 *
 * @param {string} plugin
 */
async function legacySection(plugin) {
  const file = join(repositoryRoot, 'plugins', plugin, 'README.md');
  return section(await readFile(file, 'utf8'), 'On the old frontend system');
}

/** Each manifest as a block of code. */
async function manifestParts() {
  const folder = join(docs, 'manifests');
  /** @type {Record<string, string>} */
  const parts = {};
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    parts[name] = `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
  }
  return parts;
}

/**
 * @param {string} name
 * @param {Record<string, string>} parts
 */
async function page(name, parts) {
  const prettier = loadPrettier();
  const file = join(docs, name);
  const current = await readFile(file, 'utf8');
  const options = await prettier.resolveConfig(file);
  const wanted = prettier.format(replaceParts(current, parts), {
    ...options,
    filepath: file,
  });
  return { file, current, wanted };
}

/**
 * The parts of Prettier that are used here; its major version 2 comes without types.
 *
 * @typedef {object} Prettier
 * @property {(file: string) => Promise<object | null>} resolveConfig
 * @property {(text: string, options: object) => string} format
 */

/** @returns {Prettier} */
function loadPrettier() {
  return createRequire(import.meta.url)('prettier');
}
