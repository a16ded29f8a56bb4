import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packageFaults } from './packageFaults.mjs';

const manifest = {
  name: '@scope/plugin',
  main: 'dist/index.cjs.js',
  types: 'dist/index.d.ts',
  backstage: { role: 'node-library' },
  dependencies: { '@scope/common': '^0.1.0', express: '^4.0.0' },
  peerDependencies: { react: '^18.0.0' },
};

const files = {
  'dist/index.cjs.js':
    "var fs = require('node:fs'); var express = require('express'); require('./local.cjs.js');",
  'dist/index.d.ts': "export { Common } from '@scope/common/types';",
};

/**
 * @param {object} [change] - to the manifest
 * @param {Record<string, string>} [more] - files
 */
function faults(change = {}, more = {}) {
  return packageFaults({
    manifest: { ...manifest, ...change },
    files: new Map(Object.entries({ ...files, ...more })),
    published: ['@scope/plugin', '@scope/common'],
  });
}

describe('packageFaults', () => {
  test('finds nothing in a package that is well', () => {
    assert.deepEqual(faults(), []);
  });

  test('finds ranges of a workspace, and packages that are not published', () => {
    const dependencies = {
      ...manifest.dependencies,
      '@scope/common': 'workspace:^',
      '@scope/simulator': '^0.1.0',
    };
    assert.deepEqual(faults({ dependencies }), [
      "depends on '@scope/common' as 'workspace:^'",
      "depends on '@scope/simulator', which is not published",
    ]);
  });

  test('finds what a portal must have once as a dependency', () => {
    const dependencies = { ...manifest.dependencies, react: '^18.0.0' };
    assert.deepEqual(faults({ dependencies }), [
      "has 'react' as a dependency rather than a peer",
    ]);
  });

  test('finds entries that are not in the package', () => {
    const exports = {
      '.': { backstage: '@backstage/Feature', types: './dist/index.d.ts' },
      './legacy': { import: './dist/legacy.esm.js' },
    };
    assert.deepEqual(faults({ exports, configSchema: 'config.d.ts' }), [
      "names the file 'config.d.ts', which it does not contain",
      "names the file 'dist/legacy.esm.js', which it does not contain",
    ]);
  });

  test('finds imports in code and in types that are not declared', () => {
    const more = {
      'dist/late.esm.js': "const late = () => import('late/part');",
      'dist/late.d.ts': "export type { Type } from '@other/types';",
      'README.md': "import example from 'example';",
    };
    assert.deepEqual(faults({}, more), [
      "does not declare 'late', which dist/late.esm.js imports",
      "does not declare '@other/types', which dist/late.d.ts imports",
    ]);
  });

  test('finds a plugin that discovery would not take for one', () => {
    const role = 'backend-plugin';
    assert.deepEqual(faults({ backstage: { role } }), [
      'has no feature as its default export',
    ]);
    const features = { '.': '@backstage/BackendFeature' };
    assert.deepEqual(faults({ backstage: { role, features } }), []);
  });
});
