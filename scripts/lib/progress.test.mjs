import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration, withProgress } from './progress.mjs';

test('writes plain lines where there is no terminal', async () => {
  let written = '';
  const stream = { write: (/** @type {string} */ text) => (written += text) };
  assert.equal(await withProgress('Build', async () => 7, stream), 7);
  assert.equal(written, 'Build ...\nBuild: done (0 s)\n');
  const failing = withProgress(
    'Build',
    () => Promise.reject(new Error('no')),
    stream,
  );
  await assert.rejects(failing, /no/);
  assert.match(written, /Build: failed \(0 s\)\n$/);
  assert.equal(formatDuration(125_400), '2 min 5 s');
});
