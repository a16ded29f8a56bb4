import type { HumanDuration } from '@backstage/types';

export interface Config {
  openchoreo?: {
    /** The OpenChoreo control planes whose planes are read, each through its Kubernetes API. */
    controlPlanes?: Array<{
      /**
       * A name of your choice: lower-case letters, digits and '-', at most 63 characters.
       * The entities of the control plane called `default` carry no prefix in their names, those of others do.
       */
      name: string;
      /** Reach the control plane with a kubeconfig. Exactly one of this and `inCluster`. */
      kubeconfig?: {
        /** Path of the file; read again when it changes. */
        file: string;
        /** The context to use; the file's current context unless named. */
        context?: string;
      };
      /** Reach the control plane that the backend itself runs in, with its service account. */
      inCluster?: boolean;
      /** Read only these namespaces, with one list each; the whole cluster unless given. */
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
         * v1.0.2.
         */
        url: string;
        /**
         * Path of a PEM file with the CA that signed the gateway's certificate (`ca.crt` of the Secret
         * `cluster-gateway-ca`); read again when it changes. The system's CAs unless given.
         */
        caFile?: string;
        /**
         * Path of a PEM file with the portal's client certificate (`tls.crt`), which OpenChoreo asks for since v1.0.3;
         * read again when it changes. Only together with `keyFile`.
         */
        certFile?: string;
        /**
         * Path of the PEM file with the private key of `certFile` (`tls.key`); read again when it changes. The path is
         * no secret; the file is, and stays in the backend.
         */
        keyFile?: string;
        /** How long an answer may take: more than the gateway's own 30 seconds. Default: 35 seconds. */
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
      /** How old the last heartbeat may be before a plane that says `connected` counts as stale. Default: 5 minutes. */
      staleAfter?: HumanDuration | string;
      liveness?: {
        /**
         * How often each cluster gateway is asked which agents are connected, with one request for all planes.
         * Default: 3 seconds; at least 1 second.
         */
        interval?: HumanDuration | string;
      };
      kubernetes?: {
        /**
         * Offer every connected plane to the Kubernetes plugin as a cluster, through the cluster gateway's tunnel, and
         * give planes the Kubernetes tab with their agents' pods. Default: false.
         */
        enabled?: boolean;
      };
    };
  };
}
