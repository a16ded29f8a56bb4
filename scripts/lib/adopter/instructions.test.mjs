import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readInstructions } from './instructions.mjs';

/** @param {string[]} lines */
const block = (...lines) =>
  ['```'.concat(lines[0]), ...lines.slice(1), '```', ''].join('\n');

describe('readInstructions', () => {
  test('reads packages to add, over several lines and from several folders', () => {
    const { packages } = readInstructions(
      block(
        'sh',
        'yarn --cwd packages/backend add \\',
        '  @scope/one \\',
        '  @scope/two',
        'yarn --cwd packages/app add @scope/three',
        'kubectl apply -f rbac.yaml',
      ),
    );
    assert.deepEqual(packages, [
      { folder: 'packages/backend', names: ['@scope/one', '@scope/two'] },
      { folder: 'packages/app', names: ['@scope/three'] },
    ]);
  });

  test('reads code with its place, and leaves examples out', () => {
    const page = [
      block(
        'ts',
        '// packages/backend/src/index.ts, above backend.start()',
        'add();',
      ),
      block(
        'tsx',
        '// packages/app/src/Page.tsx, below each <Grid>',
        '<Card />',
      ),
      block('ts', "import example from 'example';"),
    ].join('\n');
    assert.deepEqual(readInstructions(page).code, [
      {
        file: 'packages/backend/src/index.ts',
        side: 'above',
        anchor: 'backend.start()',
        each: false,
        text: 'add();',
      },
      {
        file: 'packages/app/src/Page.tsx',
        side: 'below',
        anchor: '<Grid>',
        each: true,
        text: '<Card />',
      },
    ]);
  });

  test('refuses code that names a file and no place in it', () => {
    assert.throws(
      () =>
        readInstructions(
          block('ts', '// packages/backend/src/index.ts', 'add();'),
        ),
      /does not say where the code goes/,
    );
  });

  test('reads the configuration, and leaves other YAML out', () => {
    const page = [
      block('yaml', '# app-config.yaml', 'a: 1'),
      block('yaml', 'kind: Component'),
    ].join('\n');
    assert.deepEqual(readInstructions(page).config, [
      '# app-config.yaml\na: 1',
    ]);
  });
});
