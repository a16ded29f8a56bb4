import type { HumanDuration } from '@backstage/types';

export interface Config {
  openchoreo?: {
    /** The OpenChoreo control planes whose planes are read, each through its Kubernetes API. */
    controlPlanes?: Array<{
      /**
       * A name of your choice: lower-case letters, digits and '-', at most 63 characters.
       * The entities of the control plane called `default` carry no prefix in their names, those of others do
       * (`edge_data-plane-eu`), so renaming a control plane renames its entities.
       */
      name: string;
      /** Reach the control plane with a kubeconfig. Exactly one of this and `inCluster`. */
      kubeconfig?: {
        /**
         * Path of the file; read again when it changes, so rotated credentials need no restart. Tokens, client certificates,
         * token files and exec plugins work.
         */
        file: string;
        /** The context to use; the file's current context unless named. */
        context?: string;
      };
      /** Reach the control plane that the backend itself runs in, with its service account. */
      inCluster?: boolean;
      /**
       * Read only these namespaces, with a list and a watch for each. The whole cluster unless given, which is cheaper: name
       * namespaces only where the service account may not list cluster-wide. Kinds without a namespace are read as a whole.
       */
      namespaces?: string[];
      /**
       * The internal API of the control plane's cluster gateway. With it, the loss and return of agents show within
       * seconds, and connections can be tested. Without it, planes are judged by their resources, which are up to a
       * minute behind.
       */
      gateway?: {
        /**
         * The https URL of the internal API, for example
         * `https://cluster-gateway.openchoreo-control-plane.svc.cluster.local:8444`; port 8443 before OpenChoreo
         * v1.0.2, v1.1.2 and v1.2.0.
         */
        url: string;
        /**
         * Path of a PEM file with the CA that signed the gateway's certificate (`ca.crt` of the Secret
         * `cluster-gateway-ca`); read again when it changes. The system's CAs unless given.
         */
        caFile?: string;
        /**
         * Path of a PEM file with the portal's client certificate (`tls.crt`), which OpenChoreo asks for since v1.0.3,
         * v1.1.3 and v1.2.0; read again when it changes. Only together with `keyFile`.
         */
        certFile?: string;
        /**
         * Path of the PEM file with the private key of `certFile` (`tls.key`); read again when it changes. The path is
         * no secret; the file is, and stays in the backend.
         */
        keyFile?: string;
        /** How long an answer may take: more than the 30 seconds after which the gateway gives up on an agent. Default: `35s`. */
        timeout?: HumanDuration | string;
      };
      /**
       * The WebSocket URL at which the agents of planes reach this control plane's cluster gateway, for example
       * `wss://cluster-gateway.openchoreo.example.com/ws`: what `clusterAgent.serverUrl` is in the Helm charts of planes.
       * The commands that install an agent are filled in with it, and have a gap in its place unless given.
       */
      agentUrl?: string;
    }>;
    planes?: {
      /** The catalog namespace of cluster-scoped planes. Default: `default`. */
      clusterScopedNamespace?: string;
      /** The owner of planes that carry no `backstage.io/owner` annotation. Default: `unknown`. */
      defaultOwner?: string;
      /**
       * How old the last heartbeat may be before a plane that says `connected` counts as stale. OpenChoreo
       * writes heartbeats once a minute, so less than two minutes makes healthy planes look stale. Default: `5m`.
       */
      staleAfter?: HumanDuration | string;
      liveness?: {
        /**
         * How often each cluster gateway is asked which agents are connected, with one request for all planes. At
         * least a second. Default: `3s`.
         */
        interval?: HumanDuration | string;
      };
      /** How many requests that reach a plane each user, and each service, may send to a backend process. */
      rateLimit?: {
        /** `false`: nothing is limited. Default: `true`. */
        enabled?: boolean;
        /** What pages ask again and again: timelines, logs, events, pods, objects of the Kubernetes tab. */
        reads?: {
          /** How many in each window. Default: `600`. */
          limit?: number;
          /** How long a window is. At least a second. Default: `10s`. */
          window?: HumanDuration | string;
        };
        /** What somebody does once in a while: connection tests, reconnects, planes written, what is done to runs. */
        actions?: {
          /** How many in each window. Default: `60`. */
          limit?: number;
          /** How long a window is. At least a second. Default: `1m`. */
          window?: HumanDuration | string;
        };
      };
      kubernetes?: {
        /**
         * Offer every connected plane to the Kubernetes plugin as a cluster, through the cluster gateway's tunnel, and
         * give planes the Kubernetes tab with their agents' pods. Default: `false`.
         */
        enabled?: boolean;
      };
    };
  };
}
