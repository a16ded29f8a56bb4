import { builtinModules } from 'node:module';
import ts from 'typescript';

/** Roles whose package is a feature, which `prepack` notes in the manifest for discovery. */
const FEATURE_ROLES = [
  'frontend-plugin',
  'backend-plugin',
  'backend-plugin-module',
];

/** What a portal has once, for all plugins. */
const PEERS = ['react', 'react-dom', 'react-router-dom', '@types/react'];

/**
 * What is wrong with a package as it would be published, in sentences.
 *
 * @param {object} options
 * @param {any} options.manifest - its package.json
 * @param {ReadonlyMap<string, string>} options.files - the text of its files by their paths in the package
 * @param {readonly string[]} options.published - the names of all packages that are published with it
 * @returns {string[]}
 */
export function packageFaults({ manifest, files, published }) {
  const { dependencies = {}, peerDependencies = {}, backstage } = manifest;
  const ranges = Object.entries({ ...dependencies, ...peerDependencies });
  const scope = manifest.name.split('/')[0];
  return [
    ...ranges
      .filter(([, range]) => /^(workspace|file|link|portal):/.test(range))
      .map(([name, range]) => `depends on '${name}' as '${range}'`),
    ...ranges
      .filter(
        ([name]) => name.startsWith(`${scope}/`) && !published.includes(name),
      )
      .map(([name]) => `depends on '${name}', which is not published`),
    ...Object.keys(dependencies)
      .filter(name => PEERS.includes(name))
      .map(name => `has '${name}' as a dependency rather than a peer`),
    ...entryFiles(manifest)
      .filter(file => !files.has(file))
      .map(file => `names the file '${file}', which it does not contain`),
    ...undeclaredImports(manifest, files),
    ...(FEATURE_ROLES.includes(backstage.role) && !backstage.features?.['.']
      ? ['has no feature as its default export']
      : []),
  ];
}

/**
 * @param {any} manifest
 * @returns {string[]}
 */
function entryFiles({ main, module, types, configSchema, exports }) {
  /** @type {(value: unknown) => string[]} */
  const paths = value =>
    typeof value === 'string'
      ? [value]
      : Object.entries(value ?? {})
          .filter(([condition]) => condition !== 'backstage')
          .flatMap(([, nested]) => paths(nested));
  const named = [main, module, types, configSchema, exports].flatMap(paths);
  return [...new Set(named.map(path => path.replace(/^\.\//, '')))];
}

/**
 * @param {any} manifest
 * @param {ReadonlyMap<string, string>} files
 */
function undeclaredImports(manifest, files) {
  const declared = new Set([
    manifest.name,
    ...builtinModules,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  /** @type {Map<string, string>} */
  const undeclared = new Map();
  for (const [file, text] of files) {
    if (/\.(js|d\.ts)$/.test(file)) {
      for (const { fileName } of ts.preProcessFile(text).importedFiles) {
        const name = packageOf(fileName);
        if (name !== undefined && !declared.has(name)) {
          undeclared.set(name, file);
        }
      }
    }
  }
  return [...undeclared].map(
    ([name, file]) => `does not declare '${name}', which ${file} imports`,
  );
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (/^(\.|node:)/.test(specifier)) {
    return undefined;
  }
  const [first, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
