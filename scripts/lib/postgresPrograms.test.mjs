import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPostgres } from './postgresPrograms.mjs';

/** @param {string[]} files */
const only = files => (/** @type {string} */ file) => files.includes(file);

test('takes the first folder of the PATH that has the whole server', () => {
  const exists = only([
    '/opt/client/postgres',
    '/opt/pg/bin/initdb',
    '/opt/pg/bin/postgres',
  ]);
  assert.equal(
    findPostgres('/opt/client:/opt/pg/bin', ['15'], exists),
    '/opt/pg/bin',
  );
});

test("takes Debian's latest otherwise", () => {
  assert.equal(
    findPostgres('/usr/bin', ['9', '15', '17'], file =>
      file.startsWith('/usr/lib/postgresql'),
    ),
    '/usr/lib/postgresql/17/bin',
  );
  assert.equal(
    findPostgres(undefined, [], () => true),
    undefined,
  );
});
