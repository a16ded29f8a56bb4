import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesBeyond, seededLock } from './lockEntries.mjs';

/** @param {string[]} entries */
const lock = (...entries) =>
  ['# comment\n\n__metadata:\n  version: 8', ...entries]
    .join('\n\n')
    .concat('\n');

const both = '"both@npm:^1.0.0":\n  version: 1.0.0';
const ours = '"ours@npm:^1.0.0":\n  version: 1.0.0';
const theirs = '"theirs@npm:^2.0.0":\n  version: 2.0.0';

test('a seed has what this repository does not, and nothing of the portal itself', () => {
  const portal = lock(
    both,
    theirs,
    '"app@workspace:packages/app":\n  version: 0.0.0',
    '"plugin@file:/tmp/plugin.tgz::hash=1":\n  version: 0.1.0',
  );
  assert.equal(entriesBeyond(portal, lock(both, ours)), `${theirs}\n`);
});

test('a lock file is completed with the seed, whose version of a range counts', () => {
  assert.equal(
    seededLock(lock(both, ours), `${theirs}\n`),
    lock(both, ours, theirs),
  );
  const wider = '"ours@npm:^1.0.0, ours@npm:^1.1.0":\n  version: 1.2.0';
  assert.equal(seededLock(lock(both, ours), `${wider}\n`), lock(both, wider));
});
