import { JsonObject, without } from '../../../objects/json';
import { containerLog } from '../logs/containerLog';
import { WorkflowSimulationOptions } from '../options';
import { describePod, PodView } from '../pods/describePod';
import { podEvents } from '../pods/podEvents';
import { SimulatedEvent } from '../SimulatedEvent';
import { SimulatedLogLine, SimulatedLogQuery } from '../SimulatedLog';
import { SimulatedPod } from '../SimulatedPod';
import { SimulatedWorkflow } from '../SimulatedWorkflow';
import { readArguments } from '../spec/TemplateCall';
import { packStatus } from '../status/packStatus';
import { RenderedStatus, renderStatus } from '../status/renderStatus';
import { Look, workflowEvents } from '../status/workflowEvents';
import { World } from '../World';

const PREFIX = 'workflows.argoproj.io';

/** Options of a {@link Snapshot}. */
export interface SnapshotOptions {
  readonly world: World;
  readonly options: WorkflowSimulationOptions;
  readonly looks: readonly Look[];
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
  /** Those that are gone too, as what was told of them stays. */
  readonly #views: readonly PodView[];
  #status?: JsonObject;

  constructor(options: SnapshotOptions) {
    const { world, now, traceId } = options;
    const { workflow, status, nodes, pods } = world;
    const { phase, admitted } = status.fields;
    this.#options = options;
    this.#rendered = renderStatus(workflow, status, nodes);
    this.#views = Array.from(pods.all, pod => ({
      pod,
      state: pod.state,
    })).filter(({ state }) => state.timeline.createdAt <= now);
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
    const { world, now } = this.#options;
    return this.#views
      .filter(({ state }) => now < state.timeline.deletedAt)
      .map(view => describePod(view, world.workflow.name, now));
  }

  get events(): readonly SimulatedEvent[] {
    const { world, looks, now } = this.#options;
    const { name, namespace } = world.workflow;
    return [
      ...workflowEvents(looks, name),
      ...this.#views.flatMap(view =>
        podEvents(view, namespace, -Infinity, now),
      ),
    ].sort((a, b) => a.at - b.at);
  }

  log(query: SimulatedLogQuery): readonly SimulatedLogLine[] {
    const view = this.#views.find(({ pod }) => pod.init.name === query.pod);
    if (!view) {
      return [];
    }
    const { world, now } = this.#options;
    const { parameters } = readArguments(world.workflow.spec.arguments);
    return containerLog(view, query, now, parameters);
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
