import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalConfig } from './portal.mjs';

test('points the portal at its port, database, cluster and gateway', () => {
  const gateway = {
    url: 'https://localhost:8444',
    caFile: '/tmp/ca.crt',
    certFile: '/tmp/tls.crt',
    keyFile: '/tmp/tls.key',
  };
  const config = portalConfig({
    port: 8080,
    controlPlanes: [
      { kubeconfig: '/tmp/config', context: 'staging', gateway },
      {
        name: 'other',
        kubeconfig: '/tmp/other',
        agentUrl: 'wss://gateway.example.com/ws',
      },
    ],
    database: '/tmp/data',
  });
  assert.equal(config.app.baseUrl, 'http://localhost:8080');
  assert.equal(config.backend.baseUrl, 'http://localhost:8080');
  assert.deepEqual(config.backend.listen, { host: '127.0.0.1', port: 8080 });
  assert.deepEqual(config.backend.database.connection, {
    directory: '/tmp/data',
  });
  assert.deepEqual(config.openchoreo.controlPlanes, [
    {
      name: 'default',
      kubeconfig: { file: '/tmp/config', context: 'staging' },
      gateway,
      agentUrl: undefined,
    },
    {
      name: 'other',
      kubeconfig: { file: '/tmp/other', context: undefined },
      gateway: undefined,
      agentUrl: 'wss://gateway.example.com/ws',
    },
  ]);
});
