const { readdirSync, readFileSync, existsSync } = require('node:fs');
const { basename, join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');

/**
 * The roles whose packages each role may import, so that imports only run downwards.
 *
 * @type {Record<string, readonly string[]>}
 */
const LOWER_ROLES = {
  'frontend-plugin': ['web-library', 'common-library'],
  'frontend-plugin-module': ['web-library', 'common-library'],
  'web-library': ['common-library'],
  'backend-plugin': ['node-library', 'common-library'],
  'backend-plugin-module': ['node-library', 'common-library'],
  'node-library': ['common-library'],
  'common-library': [],
};

/** In browsers and libraries, only the common library of the same plugin. */
const OWN_COMMON_ONLY = new Set([
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'node-library',
]);

/** Beyond the rules: importing folder, imported folder. */
const EXCEPTIONS = [['workflow-runs-common', 'planes-common']];

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name
 * @property {string} folder - its name
 * @property {'packages' | 'plugins'} parent
 * @property {string} role
 * @property {string} [pluginId]
 */

/**
 * @param {string} directory
 * @returns {WorkspacePackage}
 */
function readPackage(directory) {
  const { name, backstage = {} } = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  const parent =
    basename(resolve(directory, '..')) === 'packages' ? 'packages' : 'plugins';
  const { role, pluginId } = backstage;
  return { name, folder: basename(directory), parent, role, pluginId };
}

/** @returns {WorkspacePackage[]} */
function listPackages() {
  return ['packages', 'plugins']
    .flatMap(parent =>
      readdirSync(join(root, parent)).map(name => join(root, parent, name)),
    )
    .filter(directory => existsSync(join(directory, 'package.json')))
    .map(readPackage);
}

/**
 * Whether source code (not tests) of one package may import another.
 *
 * @param {WorkspacePackage} importer
 * @param {WorkspacePackage} imported
 */
function mayImport(importer, imported) {
  if (importer.parent === 'packages') {
    return imported.parent === 'plugins';
  }
  if (imported.parent === 'packages') {
    return false;
  }
  const isException = EXCEPTIONS.some(
    ([from, to]) => importer.folder === from && imported.folder === to,
  );
  if (isException) {
    return true;
  }
  if (!LOWER_ROLES[importer.role]?.includes(imported.role)) {
    return false;
  }
  return (
    imported.role !== 'common-library' ||
    !OWN_COMMON_ONLY.has(importer.role) ||
    imported.pluginId === importer.pluginId
  );
}

/**
 * What the sources of a package must not import, as patterns for ESLint's `no-restricted-imports`.
 *
 * @param {string} directory - of the package
 * @returns {{ group: string[], message: string }[]}
 */
function forbiddenImports(directory) {
  const importer = readPackage(directory);
  return listPackages()
    .filter(({ name }) => name !== importer.name)
    .filter(imported => !mayImport(importer, imported))
    .map(({ name, folder }) => ({
      group: [name, `${name}/*`],
      message: `${importer.folder} must not depend on ${folder}: imports run downwards only, see docs/architecture.md.`,
    }));
}

module.exports = { forbiddenImports };
