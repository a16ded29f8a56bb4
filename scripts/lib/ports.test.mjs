import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, requireFreePort } from './ports.mjs';

test('says which port is taken and what to do', async () => {
  const port = await freePort();
  await requireFreePort(port, 'Wait.');
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await assert.rejects(requireFreePort(port, 'Wait.'), {
    message: `Port ${port} is taken by another program. Wait.`,
  });
  server.close();
});
