import { EventEmitter, once } from 'node:events';
import { ApiClient } from '../kubernetes/ApiClient';
import {
  ApiConnection,
  GatewayConnection,
} from '../kubernetes/HttpsConnection';
import { openchoreoPath } from '../kubernetes/paths';
import { ResourceController } from '../ResourceController';
import { systemTiming, Timing } from '../timing';
import { PlaneTunnels } from './PlaneTunnels';
import {
  WorkflowRunIntervals,
  WorkflowRunReconciler,
} from './WorkflowRunReconciler';

const CONCURRENCY = 8;
/** How often to look whether workflow runs are served, while they are not. */
const DISCOVERY_INTERVAL_MS = 5_000;
const INTERVALS: WorkflowRunIntervals = {
  syncMs: 20_000,
  pendingMs: 1_000,
  planeNotFoundMs: 60_000,
  resolutionFailedMs: 30_000,
  maxPauseMs: 60_000,
};

/** How a {@link WorkflowRunController} is started. @public */
export interface WorkflowRunControllerOptions {
  /** The Kubernetes API of the control plane; the simulator's or a real one. */
  readonly api: ApiConnection;
  /** The internal API of the cluster gateway, through which the planes' clusters are reached. */
  readonly gateway: GatewayConnection;
  /** As OpenChoreo's controller manager has them unless given. */
  readonly intervals?: Partial<WorkflowRunIntervals>;
  readonly timing?: Timing;
  /** Receives a sentence for what a person may want to know. */
  readonly log?: (message: string) => void;
}

/**
 * The controller of workflow runs, as a client of the control plane's Kubernetes API and of the cluster gateway: it creates the
 * Argo workflows of runs on their planes, writes down what becomes of them, and deletes them with their runs or when their
 * time to live is over, as OpenChoreo's controller manager does.
 *
 * @public
 */
export class WorkflowRunController {
  readonly #timing: Timing;
  readonly #client: ApiClient;
  readonly #tunnels: PlaneTunnels;
  readonly #create: () => ResourceController;
  readonly #stopping = new AbortController();
  readonly #progress = new EventEmitter().setMaxListeners(0);
  #controller: ResourceController;
  #run: Promise<void> = Promise.resolve();
  #cancelDiscovery: () => void = () => {};

  /** Starts the controller; it does not wait for anything. */
  static start(options: WorkflowRunControllerOptions): WorkflowRunController {
    const controller = new WorkflowRunController(options);
    controller.#follow();
    return controller;
  }

  private constructor(options: WorkflowRunControllerOptions) {
    const { api, gateway, timing = systemTiming, log = () => {} } = options;
    this.#timing = timing;
    this.#client = new ApiClient(api);
    this.#tunnels = new PlaneTunnels(gateway);
    const intervals = { ...INTERVALS, ...options.intervals };
    const reconciler = new WorkflowRunReconciler({
      client: this.#client,
      tunnels: this.#tunnels,
      timing,
      intervals,
    });
    this.#create = () =>
      new ResourceController({
        kind: 'WorkflowRun',
        client: this.#client,
        path: openchoreoPath({ plural: 'workflowruns' }),
        timing,
        concurrency: CONCURRENCY,
        maxPauseMs: intervals.maxPauseMs,
        reconcile: object => reconciler.reconcile(object),
        onProgress: () => this.#progress.emit('progress'),
        log: message => {
          if (!this.#stopping.signal.aborted) {
            log(message);
          }
        },
      });
    this.#controller = this.#create();
  }

  /** Resolves when every run was looked at, and every change that the controller knows of is dealt with. */
  async settled(): Promise<void> {
    while (!this.#controller.settled && !this.#stopping.signal.aborted) {
      await once(this.#progress, 'progress');
    }
  }

  /** Stops every watch and timer. What is being asked of a plane is given up. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancelDiscovery();
    this.#progress.emit('progress');
    this.#tunnels.close();
    await this.#run;
    this.#client.close();
  }

  /** Works for as long as workflow runs are served, again and again. */
  #follow(): void {
    const { signal } = this.#stopping;
    this.#run = this.#controller.run(signal).then(() => {
      if (!signal.aborted) {
        this.#controller = this.#create();
        this.#cancelDiscovery = this.#timing.after(DISCOVERY_INTERVAL_MS, () =>
          this.#follow(),
        );
      }
    });
  }
}
