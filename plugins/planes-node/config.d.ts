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
    }>;
    planes?: {
      /** The catalog namespace of cluster-scoped planes. Default: `default`. */
      clusterScopedNamespace?: string;
      /** The owner of planes that carry no `backstage.io/owner` annotation. Default: `unknown`. */
      defaultOwner?: string;
      /** How old the last heartbeat may be before a plane that says `connected` counts as stale. Default: 5 minutes. */
      staleAfter?: HumanDuration | string;
    };
  };
}
