import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { contentHash } from './contentHash.mjs';
import { onceForHash } from './stamp.mjs';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stamp-'));
  await mkdir(join(root, 'src/node_modules'), { recursive: true });
  await writeFile(join(root, 'src/a.ts'), 'a');
  await writeFile(join(root, 'src/b.ts'), 'b');
});

afterEach(() => rm(root, { recursive: true }));

describe('contentHash', () => {
  const hash = () => contentHash(root, ['src', 'package.json'], ['v20']);

  test('changes with content, names, new files and facts', async () => {
    const seen = new Set([await hash()]);
    await writeFile(join(root, 'src/a.ts'), 'A');
    seen.add(await hash());
    await writeFile(join(root, 'src/c.ts'), '');
    seen.add(await hash());
    await rm(join(root, 'src/c.ts'));
    await writeFile(join(root, 'src/d.ts'), '');
    seen.add(await hash());
    await writeFile(join(root, 'package.json'), '{}');
    seen.add(await hash());
    seen.add(await contentHash(root, ['src', 'package.json'], ['v22']));
    assert.equal(seen.size, 6);
  });

  test('does not see content move from one file to the next', async () => {
    const before = await hash();
    await writeFile(join(root, 'src/a.ts'), 'ab');
    await writeFile(join(root, 'src/b.ts'), '');
    assert.notEqual(await hash(), before);
  });

  test('ignores what is installed, built or only a test', async () => {
    const before = await hash();
    await writeFile(join(root, 'src/node_modules/x.js'), 'x');
    await mkdir(join(root, 'src/dist'));
    await writeFile(join(root, 'src/dist/a.js'), 'a');
    await writeFile(join(root, 'src/a.test.ts'), 'a');
    assert.equal(await hash(), before);
  });
});

describe('onceForHash', () => {
  /**
   * @param {string} hash
   * @param {() => void} [work]
   */
  const once = (hash, work = () => {}) =>
    onceForHash({
      stampFile: join(root, 'stamps/build'),
      hash,
      outputs: [join(root, 'src/a.ts')],
      work: async () => work(),
    });

  test('works once for each hash', async () => {
    assert.equal(await once('1'), true);
    assert.equal(await once('1'), false);
    assert.equal(await once('2'), true);
    assert.equal(await once('1'), true);
  });

  test('works again after a failure, also with the hash before it', async () => {
    await once('1');
    const failing = once('2', () => {
      throw new Error('no');
    });
    await assert.rejects(failing);
    assert.equal(await once('1'), true);
  });

  test('works again when an output is gone', async () => {
    await once('1');
    await rm(join(root, 'src/a.ts'));
    assert.equal(await once('1'), true);
  });
});
