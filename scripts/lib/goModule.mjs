const PART = /^\s*(?:replace\s+)?(\S+) => \.\/\S+$/gm;

/**
 * The go.mod of a module whose only purpose is to build a program of another. What that other one
 * replaces with folders of its own repository is replaced with the published modules here.
 *
 * @param {object} options
 * @param {string} options.module
 * @param {string} options.version
 * @param {string} [options.partsVersion] - needed where the module has such parts
 * @param {string} options.manifest - the go.mod of `module`
 * @returns {string}
 */
export function goModule({ module, version, partsVersion, manifest }) {
  const parts = partsVersion
    ? [...manifest.matchAll(PART)].map(([, name]) => name)
    : [];
  const goVersion = /^go \S+$/m.exec(manifest)?.[0] ?? 'go 1.24';
  return [
    'module planes.invalid/build',
    goVersion,
    `require ${module} ${version}`,
    ...parts.map(name => `replace ${name} => ${name} ${partsVersion}`),
    '',
  ].join('\n');
}
