import { ApiServer } from '../ApiServer';
import {
  ApiConnection,
  GatewayConnection,
} from '../controllers/kubernetes/HttpsConnection';
import { WorkflowRunController } from '../controllers/workflowRuns/WorkflowRunController';
import { applyPlanned } from './applyWorld';
import { backdate } from './backdate';
import { PlannedObject } from './World';

/** How the workflow runs of a world begin. */
export interface WorldRunsOptions {
  readonly server: ApiServer;
  readonly api: ApiConnection;
  readonly gateway: GatewayConnection;
  /** Those of the past. */
  readonly runs: readonly PlannedObject[];
  readonly log?: (message: string) => void;
}

/**
 * The workflow runs of a world: those of the past, and the controller of all others. They come a moment after the world has
 * begun, because working out what has become of so many takes as long as everything else together.
 *
 * @public
 */
export class WorldRuns {
  readonly #stopping = new AbortController();
  readonly #begun: Promise<WorkflowRunController | undefined>;

  /** Begins, and does not wait. */
  static start(options: WorldRunsOptions): WorldRuns {
    return new WorldRuns(options);
  }

  private constructor(options: WorldRunsOptions) {
    this.#begun = this.#begin(options).catch(error => {
      if (!this.#stopping.signal.aborted) {
        options.log?.(`The workflow runs did not begin: ${error}`);
      }
      return undefined;
    });
  }

  /** Resolves when every run of the past is there, and the controller works. */
  async begun(): Promise<void> {
    await this.#begun;
  }

  /** Stops the controller, or what comes before it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const controller = await this.#begun;
    await controller?.stop();
  }

  async #begin({
    server,
    api,
    gateway,
    runs,
    log,
  }: WorldRunsOptions): Promise<WorkflowRunController | undefined> {
    const { signal } = this.#stopping;
    await applyPlanned(api, runs, signal);
    if (signal.aborted) {
      return undefined;
    }
    backdate(server, runs);
    return WorkflowRunController.start({ api, gateway, log });
  }
}
