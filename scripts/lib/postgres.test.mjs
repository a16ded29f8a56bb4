import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findUser } from './postgres.mjs';

const users = `root:x:0:0:root:/root:/bin/bash
nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
`;

test('prefers the first user that there is', () => {
  const wanted = ['postgres', 'nobody'];
  assert.deepEqual(findUser(users, wanted), { uid: 101, gid: 104 });
  assert.deepEqual(findUser(users.replace('postgres', 'other'), wanted), {
    uid: 65534,
    gid: 65533,
  });
  assert.equal(findUser('root:x:0:0::/:', wanted), undefined);
});
