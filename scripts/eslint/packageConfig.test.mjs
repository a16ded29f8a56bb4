import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { repositoryRoot } from '../lib/paths.mjs';

const scope = '@openchoreo-planes/backstage-plugin';

/**
 * @param {string} file - that the code pretends to be
 * @param {string} code
 */
async function rulesBroken(file, code) {
  const eslint = new ESLint({ cwd: repositoryRoot });
  const [{ messages }] = await eslint.lintText(code, {
    filePath: join(repositoryRoot, file),
  });
  return messages
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId }) => ruleId);
}

const forbidden = [
  ['plugins/planes/src', `${scope}-planes-backend`],
  ['plugins/planes/src', `${scope}-planes-node`],
  ['plugins/planes-react/src', `${scope}-planes`],
  ['plugins/planes-backend/src', `${scope}-catalog-backend-module-planes`],
  ['plugins/catalog-backend-module-planes/src', `${scope}-planes-backend`],
  ['plugins/planes-node/src', `${scope}-planes-react`],
  ['plugins/planes-node/src', '@openchoreo-planes/control-plane-sim'],
  ['plugins/planes-node/src', '@openchoreo-planes/control-plane-sim/testing'],
  ['plugins/planes-common/src', `${scope}-planes-node`],
];

for (const [folder, name] of forbidden) {
  test(`${folder} must not import ${name}`, async () => {
    for (const code of [
      `import { x } from '${name}';\n\nx();\n`,
      `export type { X } from '${name}';\n`,
    ]) {
      const broken = await rulesBroken(`${folder}/probe.ts`, code);
      assert.ok(broken.includes('no-restricted-imports'), String(broken));
    }
  });
}

const allowed = [
  ['plugins/planes/src/probe.ts', `${scope}-planes-react`],
  ['plugins/planes/src/probe.ts', `${scope}-planes-common`],
  ['plugins/planes-backend/src/probe.ts', `${scope}-planes-node`],
  [
    'plugins/planes-node/src/probe.test.ts',
    '@openchoreo-planes/control-plane-sim',
  ],
  ['packages/backend/src/probe.ts', `${scope}-planes-backend`],
];

for (const [file, name] of allowed) {
  test(`${file} may import ${name}`, async () => {
    const broken = await rulesBroken(
      file,
      `import { x } from '${name}';\n\nx();\n`,
    );
    assert.deepEqual(broken, []);
  });
}

test('no import reaches into the folder of another package', async () => {
  for (const path of ['planes-common/src', 'planes-common/src/model/plane']) {
    const broken = await rulesBroken(
      'plugins/planes-node/src/probe.ts',
      `import { x } from '../../${path}';\n\nx();\n`,
    );
    assert.deepEqual(broken, ['@backstage/no-relative-monorepo-imports']);
  }
  const deep = await rulesBroken(
    'packages/backend/src/probe.ts',
    `import { x } from '${scope}-planes-backend/src/plugin';\n\nx();\n`,
  );
  assert.deepEqual(deep, ['@backstage/no-forbidden-package-imports']);
});

test('a file has a size limit, a test a wider one', async () => {
  const lines = (/** @type {number} */ count) => 'export {};\n'.repeat(count);
  const source = 'plugins/planes-common/src/probe.ts';
  const testFile = 'plugins/planes-common/src/probe.test.ts';
  assert.deepEqual(await rulesBroken(source, lines(400)), []);
  assert.deepEqual(await rulesBroken(source, lines(401)), ['max-lines']);
  assert.deepEqual(await rulesBroken(testFile, lines(600)), []);
  assert.deepEqual(await rulesBroken(testFile, lines(601)), ['max-lines']);
});
