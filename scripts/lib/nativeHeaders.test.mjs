import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nativeHeadersEnvironment } from './nativeHeaders.mjs';

test('names the headers of Node only where they are', async () => {
  const prefix = await mkdtemp(join(tmpdir(), 'headers-'));
  const node = join(prefix, 'bin/node');
  assert.deepEqual(nativeHeadersEnvironment(node), {});
  await mkdir(join(prefix, 'include/node'), { recursive: true });
  await writeFile(join(prefix, 'include/node/node.h'), '');
  assert.deepEqual(nativeHeadersEnvironment(node), {
    npm_config_nodedir: prefix,
  });
  await rm(prefix, { recursive: true });
});
