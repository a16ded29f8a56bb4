import { JsonObject, without } from '../../../objects/json';
import { containerLog } from '../logs/containerLog';
import { WorkflowSimulationOptions } from '../options';
import { describePod } from '../pods/describePod';
import { podEvents } from '../pods/podEvents';
import { PodRun } from '../pods/PodRun';
import { SimulatedEvent } from '../SimulatedEvent';
import { SimulatedLogLine, SimulatedLogQuery } from '../SimulatedLog';
import { SimulatedPod } from '../SimulatedPod';
import { SimulatedWorkflow } from '../SimulatedWorkflow';
import { packStatus } from '../status/packStatus';
import { RenderedStatus, renderStatus } from '../status/renderStatus';
import { World } from '../World';

const PREFIX = 'workflows.argoproj.io';

/** Options of a {@link Snapshot}. */
export interface SnapshotOptions {
  readonly world: World;
  readonly options: WorkflowSimulationOptions;
  /** About the workflow and its nodes. */
  readonly events: readonly SimulatedEvent[];
  readonly now: number;
  readonly nextChangeAt?: number;
  /** Which releases from 4 on write. */
  readonly traceId?: string;
}

/** The workflow at a time. */
export class Snapshot implements SimulatedWorkflow {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly completed: boolean;
  readonly nextChangeAt?: number;
  readonly #options: SnapshotOptions;
  readonly #rendered: RenderedStatus;
  /** The pods, and how they were: what ends them later must not show. */
  readonly #pods: readonly (readonly [PodRun, SimulatedPod])[];
  #status?: JsonObject;

  constructor(options: SnapshotOptions) {
    const { world, now, traceId } = options;
    const { workflow, status, nodes, pods } = world;
    const { phase, admitted } = status.fields;
    this.#options = options;
    this.#rendered = renderStatus(workflow, status, nodes);
    this.#pods = [...pods.all]
      .filter(pod => pod.existsAt(now))
      .map(pod => [pod, describePod(pod, workflow.name, now)] as const);
    this.completed = status.completed;
    this.nextChangeAt = options.nextChangeAt;
    this.labels =
      phase === undefined
        ? {}
        : {
            [`${PREFIX}/completed`]: String(status.completed),
            [`${PREFIX}/phase`]: phase,
          };
    this.annotations = admitted
      ? {
          [`${PREFIX}/pod-name-format`]: 'v2',
          ...(traceId ? { [`${PREFIX}/trace-id`]: traceId } : {}),
        }
      : {};
  }

  get status(): JsonObject {
    this.#status ??= this.#pack();
    return this.#status;
  }

  get pods(): readonly SimulatedPod[] {
    return this.#pods.map(([, pod]) => pod);
  }

  get events(): readonly SimulatedEvent[] {
    const { world, events, now } = this.#options;
    const { namespace } = world.workflow;
    return [
      ...events,
      ...this.#pods.flatMap(([pod]) =>
        podEvents(pod, namespace, -Infinity, now),
      ),
    ].sort((a, b) => a.at - b.at);
  }

  log(query: SimulatedLogQuery): readonly SimulatedLogLine[] {
    const found = this.#pods.find(([{ name }]) => name === query.pod);
    return found ? containerLog(found[0], query, this.#options.now) : [];
  }

  #pack(): JsonObject {
    const { workflow, compression, maxBytes } = this.#options.options;
    const rest = {
      ...without(workflow, 'status'),
      status: this.#rendered.status,
    };
    return packStatus(this.#rendered, {
      compression,
      maxBytes,
      otherBytes: Buffer.byteLength(JSON.stringify(rest)),
    });
  }
}
