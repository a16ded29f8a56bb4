import http from 'node:http';
import https, { type AgentOptions, type RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

const MAX_IDLE_SOCKETS = 4;

interface Agents {
  readonly reading: http.Agent;
  /**
   * Opens a connection for each request: on one that was idle, the server may hang up just as we write to it, and nobody
   * could tell whether it took the request.
   */
  readonly writing: http.Agent;
}

/** The connections to one API server, made anew when the credentials change. */
export class ConnectionAgents {
  #current: { key: string; agents: Agents } | undefined;

  /** @param options - the kubeconfig's, with its credentials */
  for(kubeConfig: KubeConfig, options: RequestOptions): Agents {
    const cluster = kubeConfig.getCurrentCluster();
    const { ca, cert, key, pfx, passphrase, servername, rejectUnauthorized } =
      options;
    const tls = { ca, cert, key, pfx, passphrase, servername };
    const identity = JSON.stringify([
      cluster?.server,
      cluster?.proxyUrl,
      rejectUnauthorized,
      tls,
    ]);
    if (this.#current?.key !== identity) {
      this.closeIdle();
      const proxy =
        cluster?.proxyUrl && options.agent instanceof http.Agent
          ? options.agent
          : undefined;
      const agentOptions: AgentOptions = {
        ...tls,
        ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
      };
      const reading = {
        ...agentOptions,
        keepAlive: true,
        maxFreeSockets: MAX_IDLE_SOCKETS,
      };
      const agents = {
        reading: proxy ?? createAgent(cluster?.server, reading),
        writing: proxy ?? createAgent(cluster?.server, agentOptions),
      };
      this.#current = { key: identity, agents };
    }
    return this.#current.agents;
  }

  /** There are none that write: those end with their request. */
  closeIdle(): void {
    this.#current?.agents.reading.destroy();
  }
}

function createAgent(server: string | undefined, options: AgentOptions) {
  return server?.startsWith('http:')
    ? new http.Agent(options)
    : new https.Agent(options);
}
