import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer } from '../ApiServer';
import { BackingApiServer } from './TestControlPlane';

/** Starts a simulator without CustomResourceDefinitions in a directory of its own. */
export async function startSimulator(): Promise<BackingApiServer> {
  const directory = await mkdtemp(join(tmpdir(), 'control-plane-sim-'));
  const server = await ApiServer.start({ directory, releases: [] });
  return {
    url: server.url,
    caPem: server.caPem,
    adminToken: server.adminToken,
    compact: () => server.compact(),
    stopServer: () => server.stopServer(),
    startServer: () => server.startServer(),
    killServer: () => server.stopServer(),
    issueToken: async () => server.issueToken(),
    revokeToken: async token => server.revokeToken(token),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
