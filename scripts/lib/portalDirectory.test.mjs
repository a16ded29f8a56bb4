import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { linkPackages } from './portalDirectory.mjs';

test('packages find each other unpacked, and their dependencies in the checkout', async () => {
  const checkout = await realpath(await mkdtemp(join(tmpdir(), 'portal-')));
  const portal = join(checkout, '.cache/portal');
  /**
   * @param {string} folder
   * @param {string} name
   */
  const addPackage = async (folder, name) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name }));
    await writeFile(join(folder, 'index.js'), '');
  };
  try {
    await addPackage(join(portal, 'packages/backend'), 'backend');
    await addPackage(join(portal, 'plugins/planes-node'), '@x/planes-node');
    await addPackage(join(checkout, 'node_modules/express'), 'express');
    await addPackage(join(checkout, 'node_modules/zod'), 'zod');
    await addPackage(join(checkout, 'node_modules/@x/planes-node'), 'source');
    const nested = join(checkout, 'plugins/planes-node/node_modules');
    await addPackage(join(nested, 'zod'), 'zod');
    await addPackage(join(nested, '@y/nested'), '@y/nested');
    await addPackage(join(nested, '@x/planes-node'), 'source');

    await linkPackages(portal, checkout);

    const backend = createRequire(join(portal, 'packages/backend/index.js'));
    const plugin = createRequire(backend.resolve('@x/planes-node'));
    /** @param {string} file */
    const folder = file => dirname(file).slice(checkout.length + 1);
    assert.equal(
      folder(backend.resolve('@x/planes-node')),
      '.cache/portal/plugins/planes-node',
    );
    assert.equal(folder(backend.resolve('zod')), 'node_modules/zod');
    assert.equal(
      folder(plugin.resolve('zod')),
      'plugins/planes-node/node_modules/zod',
    );
    assert.equal(
      folder(plugin.resolve('@y/nested')),
      'plugins/planes-node/node_modules/@y/nested',
    );
    assert.equal(folder(plugin.resolve('express')), 'node_modules/express');
  } finally {
    await rm(checkout, { recursive: true });
  }
});
