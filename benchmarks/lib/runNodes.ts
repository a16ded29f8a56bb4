/** Makes the nodes of a workflow as large as one wants. */
import type {
  ArgoNode,
  NodePhase,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const WORKFLOW = 'nightly-matrix-7';
const START = Date.parse('2026-11-20T02:00:00Z');
const MAX_FAN_OUT = 40;

function iso(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

/** Numbers that look random and are always the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function node(
  name: string,
  options: Partial<ArgoNode> & { from: number; to?: number },
): ArgoNode {
  const { from, to, ...rest } = options;
  return {
    id: `${WORKFLOW}-${name}`,
    name: `${WORKFLOW}.${name}`,
    displayName: name.slice(name.lastIndexOf('.') + 1),
    type: 'Pod',
    phase: 'Succeeded',
    templateName: 'test',
    startedAt: iso(from),
    ...(to === undefined ? {} : { finishedAt: iso(to) }),
    children: [],
    ...rest,
  };
}

function podPhase(random: number): NodePhase {
  if (random > 0.985) {
    return 'Failed';
  }
  return random > 0.97 ? 'Skipped' : 'Succeeded';
}

/**
 * The nodes of a workflow: groups that fan out to pods, some of which failed, were skipped, or still run.
 *
 * @param count - of the nodes, at least one
 */
export function createRunNodes(count: number): ArgoNode[] {
  const random = createRandom(count);
  const root = node('root', {
    id: WORKFLOW,
    name: WORKFLOW,
    displayName: WORKFLOW,
    type: 'DAG',
    phase: 'Running',
    from: 0,
  });
  const nodes = [root];
  for (let group = 0; nodes.length < count; group++) {
    const name = `suite-${group}`;
    const begin = group * 21 + Math.floor(random() * 30);
    const parent = node(name, {
      type: 'DAG',
      boundaryID: root.id,
      templateName: 'suite',
      from: begin,
    });
    nodes.push(parent);
    let end = begin;
    for (let item = 0; item < MAX_FAN_OUT && nodes.length < count; item++) {
      const waits = Math.floor(random() * 40);
      const from =
        begin + Math.floor(item / 8) * 60 + Math.floor(random() * 20);
      const phase = podPhase(random());
      const to =
        phase === 'Skipped' ? from : from + waits + Math.floor(random() * 240);
      end = Math.max(end, to);
      nodes.push(
        node(`${name}.case-${item}`, {
          boundaryID: parent.id,
          type: phase === 'Skipped' ? 'Skipped' : 'Pod',
          phase,
          runningSince: phase === 'Skipped' ? undefined : iso(from + waits),
          message: phase === 'Failed' ? 'Error (exit code 1)' : undefined,
          from,
          to,
        }),
      );
    }
    nodes[nodes.indexOf(parent)] = { ...parent, finishedAt: iso(end + 1) };
  }
  return nodes;
}

/** When the last node of {@link createRunNodes} had not ended yet. */
export const RUN_NODES_WORKFLOW = {
  name: WORKFLOW,
  phase: 'Running',
  startedAt: iso(0),
  suspended: false,
} as const;
