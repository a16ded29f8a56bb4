import { IncomingMessage, ServerResponse } from 'node:http';
import { Authenticator } from '../auth/Authenticator';
import { Caller } from '../auth/AccessRules';
import { NamespaceLifecycle } from '../cluster/NamespaceLifecycle';
import { ResourceRegistry } from '../registry/ResourceRegistry';
import { WatchHub } from '../watch/WatchHub';
import { PodLogs } from './podLogs/PodLogs';

/** A cluster that requests are about. */
export interface ClusterContext {
  registry: ResourceRegistry;
  namespaces: NamespaceLifecycle;
  watches: WatchHub;
  /** The Kubernetes release that the cluster says it is, such as `v1.34.4`. */
  kubernetesVersion: string;
  /** Host and port, for discovery. */
  address(): string;
  /** Undefined where no pods run. */
  podLogs?: PodLogs;
}

/** What the server needs to answer requests. */
export interface ServerContext extends ClusterContext {
  authenticator: Authenticator;
}

/** One request by a known caller. */
export interface RequestContext extends ClusterContext {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  query: URLSearchParams;
  caller: Caller;
}
