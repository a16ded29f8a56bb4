import { z } from 'zod';
import { RemoteProcess } from './RemoteProcess';
import type { RUNNING_WORKFLOWS } from './runningWorkflows';

/** What goes on in the cluster of the plane. */
export interface WorkflowPlaneOptions {
  readonly runs: number;
  readonly workflow: keyof typeof RUNNING_WORKFLOWS;
  /** How long after a change Argo looks at a workflow. */
  readonly lookMs: number;
}

/** What a benchmark asks of the process that runs a control plane with a workflow plane. */
export type WorkflowPlaneCommand =
  | ({ type: 'start' } & WorkflowPlaneOptions)
  | { type: 'forget-requests' }
  | { type: 'requests' }
  | { type: 'moves' }
  | { type: 'stop' };

const startedSchema = z.object({
  /** Of the runs. */
  uids: z.array(z.string()),
  /** How the control plane is reached, in the configuration of a portal. */
  controlPlane: z.object({
    name: z.string(),
    kubeconfig: z.object({ file: z.string() }),
    gateway: z.object({
      url: z.string(),
      caFile: z.string(),
      certFile: z.string(),
      keyFile: z.string(),
    }),
  }),
});

const requestsSchema = z.object({ workflows: z.number(), pods: z.number() });

const movesSchema = z.array(
  z.object({
    /** Of the run. */
    uid: z.string(),
    /** When its Argo workflow moved, in milliseconds since 1970. */
    at: z.number(),
    /** How many nodes it had then. */
    nodes: z.number(),
    /** The ids of those that finished with this. */
    finished: z.array(z.string()),
  }),
);

/** A change of an Argo workflow in the cluster of the plane. */
export type WorkflowMove = z.infer<typeof movesSchema>[number];

/** A control plane and the cluster of a workflow plane in which runs go on, in a process of its own. */
export class WorkflowPlaneProcess {
  readonly #process = new RemoteProcess<WorkflowPlaneCommand>(
    'workflowPlaneServer.ts',
  );

  async start({
    runs,
    workflow,
    lookMs,
  }: WorkflowPlaneOptions): Promise<z.infer<typeof startedSchema>> {
    return startedSchema.parse(
      await this.#process.ask({ type: 'start', runs, workflow, lookMs }),
    );
  }

  async forgetRequests(): Promise<void> {
    await this.#process.ask({ type: 'forget-requests' });
  }

  /** How many requests the plane's API server saw since they were forgotten. */
  async requests(): Promise<z.infer<typeof requestsSchema>> {
    return requestsSchema.parse(await this.#process.ask({ type: 'requests' }));
  }

  /** Every change of the Argo workflows since the start. */
  async moves(): Promise<WorkflowMove[]> {
    return movesSchema.parse(await this.#process.ask({ type: 'moves' }));
  }

  async stop(): Promise<void> {
    await this.#process.ask({ type: 'stop' });
    this.#process.end();
  }
}
