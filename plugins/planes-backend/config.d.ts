import type { HumanDuration } from '@backstage/types';

export interface Config {
  openchoreo?: {
    planes?: {
      /** Connection tests, which send a few requests through the cluster gateway to the plane's cluster. */
      connectionTest?: {
        /** How long a whole test may take. Default: `60s`. */
        timeout?: HumanDuration | string;
        /** A report that is not older than this answers a further test of the same plane. Default: `10s`. */
        cacheFor?: HumanDuration | string;
        /** How many planes are tested at the same time; further tests are refused. Default: `5`. */
        maxConcurrent?: number;
      };
      /** The record of every change of a plane's state. */
      history?: {
        /** How long changes are kept; at most the last 30 days are shown. Default: `90d`. */
        retention?: HumanDuration | string;
      };
      /** Notifications to the owners of planes: agent lost, back again, agent CA expiring. */
      notifications?: {
        /** Whether owners are notified at all. Default: `true`. */
        enabled?: boolean;
        /** How long a plane must be without an agent before its owner is told. Default: `5m`. */
        agentLostAfter?: HumanDuration | string;
      };
      /** Registering and changing planes. */
      registration?: {
        /**
         * `apply`: the portal writes planes to the control plane; `manifest`: it writes nothing, the manifest and the
         * commands to apply it are the result. Default: `apply`.
         */
        mode?: 'apply' | 'manifest';
        /** The version of OpenChoreo's Helm charts that commands propose, for example `1.2.3`. */
        chartVersion?: string;
      };
    };
  };
}
