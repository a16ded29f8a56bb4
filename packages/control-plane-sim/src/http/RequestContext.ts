import { IncomingMessage, ServerResponse } from 'node:http';
import { Authenticator } from '../auth/Authenticator';
import { Caller } from '../auth/AccessRules';
import { NamespaceLifecycle } from '../cluster/NamespaceLifecycle';
import { ResourceRegistry } from '../registry/ResourceRegistry';
import { WatchHub } from '../watch/WatchHub';

/** What the server needs to answer requests. */
export interface ServerContext {
  registry: ResourceRegistry;
  namespaces: NamespaceLifecycle;
  authenticator: Authenticator;
  watches: WatchHub;
  /** Host and port, for discovery. */
  address(): string;
}

/** One request by a known caller. */
export interface RequestContext extends ServerContext {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  query: URLSearchParams;
  caller: Caller;
}
