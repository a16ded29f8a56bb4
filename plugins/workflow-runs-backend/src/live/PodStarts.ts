import type { ArgoNode } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { type ContainerStatus, nodeOf, type Pod } from '../nodes/podSchema';

/** The containers that Argo adds to a pod. */
const OWN_CONTAINERS = ['init', 'wait'];

/** Nodes that have a pod, or a container of one, which may have begun. */
function mayHaveStarted({ type, phase, memoized }: ArgoNode): boolean {
  return (
    (type === 'Pod' || type === 'Container') && phase !== 'Pending' && !memoized
  );
}

/** Argo's retry lets a node begin anew under its id. */
function keyOf({ id, startedAt }: ArgoNode): string {
  return `${id}@${startedAt ?? ''}`;
}

/** Since when the containers of nodes run, which the Argo workflow does not tell but their pods do. */
export class PodStarts {
  readonly #starts = new Map<string, string>();
  /** Nodes of which no pod tells, and none will. */
  readonly #unknowable = new Set<string>();
  /** Nodes that ended between two lists of unfinished pods: only a list of all pods can tell. */
  readonly #missed = new Set<string>();
  #isEmpty = true;

  /** Whether pods were looked at before; if not, those that have ended are of interest as well. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /**
   * Whether there are nodes of which pods may tell something new.
   *
   * @param unfinished - only pods would be asked that Argo is not done with
   */
  isMissing(
    nodes: readonly ArgoNode[],
    { unfinished }: { unfinished: boolean },
  ): boolean {
    return nodes.some(node => {
      const key = keyOf(node);
      return (
        mayHaveStarted(node) &&
        !this.#starts.has(key) &&
        !this.#unknowable.has(key) &&
        !(unfinished && this.#missed.has(key))
      );
    });
  }

  /**
   * Takes over what pods tell.
   *
   * @param nodes - as they were before the pods were listed
   * @param list - `unfinished`: only pods that Argo is not done with; `isBroken`: asking again may tell more
   * @returns whether that was something new
   */
  add(
    pods: readonly Pod[],
    nodes: readonly ArgoNode[],
    list: { unfinished: boolean; isBroken: boolean },
  ): boolean {
    this.#isEmpty = false;
    const before = this.#starts.size;
    const byId = new Map(nodes.map(node => [node.id, node]));
    const byName = new Map(nodes.map(node => [node.name, node]));
    for (const pod of pods) {
      const { id, name } = nodeOf(pod);
      const node = byId.get(id ?? '') ?? byName.get(name ?? '');
      if (node) {
        this.#addPod(pod, node, byName);
      }
    }
    if (!list.isBroken) {
      this.#giveUp(nodes, list.unfinished ? this.#missed : this.#unknowable);
    }
    return this.#starts.size > before;
  }

  /** The nodes with what is known of them. */
  applyTo(nodes: readonly ArgoNode[]): ArgoNode[] {
    return nodes.map(node => {
      const runningSince = this.#starts.get(keyOf(node));
      return runningSince === undefined ? node : { ...node, runningSince };
    });
  }

  #addPod(
    { status: { containerStatuses } }: Pod,
    node: ArgoNode,
    byName: ReadonlyMap<string, ArgoNode>,
  ): void {
    const starts: string[] = [];
    for (const status of containerStatuses) {
      const startedAt = startOf(status);
      if (startedAt !== undefined && !OWN_CONTAINERS.includes(status.name)) {
        starts.push(startedAt);
        const container = byName.get(`${node.name}.${status.name}`);
        if (container?.boundaryID === node.id) {
          this.#starts.set(keyOf(container), startedAt);
        }
      }
    }
    const main = containerStatuses.find(({ name }) => name === 'main');
    const start = (main && startOf(main)) ?? earliest(starts);
    if (start !== undefined) {
      this.#starts.set(keyOf(node), start);
    }
  }

  /** An ended node of which such a list did not tell is told of by no further one. */
  #giveUp(nodes: readonly ArgoNode[], given: Set<string>): void {
    for (const node of nodes) {
      if (node.phase !== 'Running' && mayHaveStarted(node)) {
        given.add(keyOf(node));
      }
    }
  }
}

function startOf({ state }: ContainerStatus): string | undefined {
  return state?.running?.startedAt ?? state?.terminated?.startedAt;
}

function earliest(times: readonly string[]): string | undefined {
  return times.reduce<string | undefined>(
    (first, time) =>
      first === undefined || Date.parse(time) < Date.parse(first)
        ? time
        : first,
    undefined,
  );
}
