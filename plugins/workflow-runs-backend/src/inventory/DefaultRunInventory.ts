import type {
  ControlPlaneWatcher,
  FollowedChange,
  FollowedSource,
  ReadResult,
  ResourceFollower,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  parseRun,
  type Run,
  RUN_KINDS,
  RUN_PLURALS,
  type RunKind,
  type RunSourceStatus,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type {
  RunInventory,
  RunInventoryChange,
  RunInventorySnapshot,
} from './RunInventory';

/** {@link RunInventory} over the control planes that a watcher follows. */
export class DefaultRunInventory implements RunInventory {
  readonly #runs: ResourceFollower<Run>;
  #snapshot: RunInventorySnapshot | undefined;

  /** Begins to follow at once. */
  static create(options: {
    readonly watcher: ControlPlaneWatcher;
  }): DefaultRunInventory {
    return new DefaultRunInventory(
      options.watcher.follow<Run>({
        name: 'workflow runs',
        kinds: RUN_KINDS.map(kind => ({
          kind,
          plural: RUN_PLURALS[kind],
          scope: 'Namespaced',
        })),
        read: readRun,
        isSame: (previous, next) =>
          previous.resourceVersion === next.resourceVersion &&
          previous.resourceVersion !== '',
      }),
    );
  }

  private constructor(runs: ResourceFollower<Run>) {
    this.#runs = runs;
  }

  /** The same object until something changes. */
  snapshot(): RunInventorySnapshot {
    const { items, sources, revision } = this.#runs.snapshot();
    if (this.#snapshot?.revision !== revision) {
      this.#snapshot = {
        runs: items,
        sources: sources.map(toSourceStatus),
        revision,
      };
    }
    return this.#snapshot;
  }

  getByUid(uid: string): Run | undefined {
    return this.#runs.getByUid(uid);
  }

  sources(): readonly RunSourceStatus[] {
    return this.snapshot().sources;
  }

  sourceOf(run: Run): RunSourceStatus | undefined {
    const source = this.#runs.sourceOf(run.ref);
    return source && toSourceStatus(source);
  }

  subscribe(
    listener: (changes: readonly RunInventoryChange[]) => void,
  ): () => void {
    return this.#runs.subscribe(changes =>
      listener(changes.map(toInventoryChange)),
    );
  }

  /** Ends every watch; what is known stays readable. */
  async stop(): Promise<void> {
    await this.#runs.stop();
  }
}

function readRun(
  object: unknown,
  origin: { readonly controlPlane: string },
): ReadResult<Run> {
  const result = parseRun(object, origin);
  return result.ok ? { ok: true, item: result.run } : result;
}

function toInventoryChange(change: FollowedChange<Run>): RunInventoryChange {
  switch (change.type) {
    case 'added':
    case 'removed':
      return { type: change.type, run: change.item };
    case 'changed':
      return { type: 'changed', run: change.item, previous: change.previous };
    default:
      return {
        type: 'source',
        source: toSourceStatus(change.source),
        previous: toSourceStatus(change.previous),
      };
  }
}

function toSourceStatus({
  controlPlane,
  kind,
  plural,
  namespace,
  state,
  since,
  error,
}: FollowedSource<RunKind>): RunSourceStatus {
  return {
    controlPlane,
    kind,
    plural,
    ...(namespace !== undefined && { namespace }),
    state,
    since,
    ...(error !== undefined && { error }),
  };
}
