import { join } from 'node:path';
import { ApiServerUser } from './auth/AccessRules';
import { Authenticator } from './auth/Authenticator';
import { createCluster } from './cluster/createCluster';
import { NamespaceLifecycle } from './cluster/NamespaceLifecycle';
import { DEFAULT_RELEASE, mergeReleaseCrds } from './crds/releases';
import { handleRequest } from './http/handleRequest';
import { HttpsListener } from './http/HttpsListener';
import { timestamp } from './objects/ApiObject';
import { ResourceRegistry } from './registry/ResourceRegistry';
import { storeKey } from './storage/ResourceStore';
import { writeKubeconfig } from './tls/kubeconfig';
import {
  newToken,
  openServerDirectory,
  ServerSecrets,
} from './tls/ServerDirectory';
import { WatchHub } from './watch/WatchHub';

/** Changes of a resource that are remembered. */
const DEFAULT_HISTORY_LIMIT = 20_000;
const DEFAULT_BOOKMARK_INTERVAL_MS = 10_000;
/** The release whose behaviour this server follows. */
const KUBERNETES_VERSION = 'v1.34.4+control-plane-sim';
const REVISION_EPOCH_MS = Date.UTC(2026, 0, 1);
/** More than a server ever makes, so that a server that starts later starts with a higher one. */
const REVISIONS_PER_MS = 10;

/**
 * Clients that outlive a server still hold its resourceVersions. To the next server these must be of the
 * past, which it answers with 410; from those of the future a client would wait for ever.
 */
function revisionNow(): number {
  return Math.max(1, (Date.now() - REVISION_EPOCH_MS) * REVISIONS_PER_MS);
}

/** How an API server begins. @public */
export interface ApiServerOptions {
  /** Where certificates, tokens and kubeconfig are kept; what is there already is used again. */
  directory: string;
  /** The OpenChoreo releases whose CustomResourceDefinitions are served; a later one wins. Default: `v1.2.0`. */
  releases?: readonly string[];
  /** Default: one that is free. */
  port?: number;
  /** Users besides the administrator. */
  users?: readonly ApiServerUser[];
  /** How many changes of a resource are remembered for watches and paged lists. Default: 20 000. */
  historyLimit?: number;
  /** Milliseconds between bookmarks. Default: 10 000. */
  bookmarkIntervalMs?: number;
  /** The first resourceVersion. Default: derived from the clock, so that it grows over restarts. */
  firstRevision?: number;
}

/**
 * A development server that speaks the part of the Kubernetes API that OpenChoreo planes need, over
 * HTTPS on 127.0.0.1. Its state lives in memory.
 *
 * @public
 */
export class ApiServer {
  readonly #secrets: ServerSecrets;
  readonly #listener: HttpsListener;
  readonly #registry: ResourceRegistry;
  readonly #watches: WatchHub;
  readonly #authenticator: Authenticator;
  /** A kubeconfig of the administrator, readable by its owner only. */
  readonly kubeconfigFile: string;

  /**
   * Starts a server; resolves when it answers.
   *
   * @throws Error where the port is taken or the directory cannot be written
   */
  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const secrets = await openServerDirectory(options.directory);
    const registry = createCluster({
      firstRevision: options.firstRevision ?? revisionNow(),
      historyLimit: options.historyLimit ?? DEFAULT_HISTORY_LIMIT,
      uid: secrets.clusterUid,
      crds: await mergeReleaseCrds(options.releases ?? [DEFAULT_RELEASE]),
    });
    const server = new ApiServer(options, secrets, registry);
    try {
      await server.startServer();
      await writeKubeconfig(server.kubeconfigFile, {
        name: 'control-plane-sim',
        url: server.url,
        caPem: secrets.caPem,
        token: secrets.adminToken,
      });
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  private constructor(
    options: ApiServerOptions,
    secrets: ServerSecrets,
    registry: ResourceRegistry,
  ) {
    this.#secrets = secrets;
    this.#registry = registry;
    this.kubeconfigFile = join(options.directory, 'kubeconfig');
    this.#watches = new WatchHub(
      options.bookmarkIntervalMs ?? DEFAULT_BOOKMARK_INTERVAL_MS,
    );
    registry.onRemoval(resource => this.#watches.endAll(resource));
    this.#authenticator = new Authenticator(
      secrets.adminToken,
      options.users ?? [],
    );
    const context = {
      registry,
      namespaces: new NamespaceLifecycle(registry),
      authenticator: this.#authenticator,
      watches: this.#watches,
      kubernetesVersion: KUBERNETES_VERSION,
      address: () => `127.0.0.1:${this.#listener.port}`,
    };
    this.#listener = new HttpsListener(
      secrets,
      options.port ?? 0,
      (request, response) => handleRequest(context, request, response),
    );
  }

  /** For example `https://127.0.0.1:6443`. */
  get url(): string {
    return `https://127.0.0.1:${this.#listener.port}`;
  }

  /** PEM of the CA that signed the server's certificate. */
  get caPem(): string {
    return this.#secrets.caPem;
  }

  /** A bearer token that may do everything. */
  get adminToken(): string {
    return this.#secrets.adminToken;
  }

  /**
   * Makes an object look as if it had been created at another time, which no client can: for a world that
   * is to look as if it had a past. Nothing happens where there is no such object.
   */
  backdate(
    resource: { group: string; plural: string },
    object: { namespace?: string; name: string },
    createdAt: Date,
  ): void {
    const { store } = this.#registry.require(resource.group, resource.plural);
    const key = storeKey(object.namespace, object.name);
    const current = store.get(key);
    if (current) {
      const creationTimestamp = timestamp(createdAt);
      const metadata = { ...current.metadata, creationTimestamp };
      store.put(key, { ...current, metadata });
    }
  }

  /** A new bearer token that may do everything, as the administrator's, and can be revoked. */
  issueToken(): string {
    const token = newToken();
    this.#authenticator.admit(token, 'portal');
    return token;
  }

  /** Refuses a token that was issued. Watches that it opened go on, as they do in Kubernetes. */
  revokeToken(token: string): void {
    this.#authenticator.refuse(token);
  }

  /** Makes every resourceVersion so far too old for a watch or the next page of a list. */
  async compact(): Promise<void> {
    this.#registry.compact();
  }

  /** Stops to listen and resets every connection; the state is kept. */
  async stopServer(): Promise<void> {
    await this.#listener.stop();
  }

  /** Listens again, on the same port. */
  async startServer(): Promise<void> {
    await this.#listener.start();
  }

  /** Stops for good. The directory stays. */
  async stop(): Promise<void> {
    this.#watches.close();
    await this.#listener.stop();
  }
}
