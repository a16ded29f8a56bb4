import { JsonObject } from '../../objects/json';

/** The state of a container; times in milliseconds since 1970. */
export type ContainerState =
  | {
      readonly state: 'waiting';
      readonly reason?: string;
      readonly message?: string;
    }
  | { readonly state: 'running'; readonly startedAt: number }
  | {
      readonly state: 'terminated';
      readonly exitCode: number;
      /** `Completed`, `Error`, `OOMKilled`. */
      readonly reason: string;
      readonly message?: string;
      readonly startedAt: number;
      readonly finishedAt: number;
    };

/** A container of a pod: `init` (an init container), `wait` and `main` or the members of a container set. */
export interface SimulatedContainer {
  readonly name: string;
  readonly image: string;
  readonly init: boolean;
  /** Requests and limits, as the template gives them. */
  readonly resources: JsonObject;
  readonly current: ContainerState;
  readonly restarts: number;
}

/** Phases of a pod. */
export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/** A pod of a workflow as it is at a moment; times in milliseconds since 1970. */
export interface SimulatedPod {
  /** In Argo's v2 form: `WORKFLOW-TEMPLATE-HASH`. */
  readonly name: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly templateName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly phase: PodPhase;
  /** Why it is pending or failed. */
  readonly reason?: string;
  readonly message?: string;
  readonly createdAt: number;
  readonly scheduledAt?: number;
  /** When its first main container began to run. */
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** When the workflow controller deleted it, which is when it is gone. */
  readonly deletedAt?: number;
  /** The cluster's node that it runs on. */
  readonly hostNode?: string;
  readonly podIP?: string;
  /** Init containers first. */
  readonly containers: readonly SimulatedContainer[];
}
