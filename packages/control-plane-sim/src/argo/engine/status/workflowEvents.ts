import { NodePhase, WorkflowNode } from '../nodes/WorkflowNode';
import { PhaseChange } from '../nodes/NodeTree';
import { SimulatedEvent } from '../SimulatedEvent';
import { WorkflowStatus } from './WorkflowStatus';

const PREFIX = 'workflows.argoproj.io';
const ENDED: ReadonlySet<NodePhase> = new Set(['Succeeded', 'Failed', 'Error']);

interface Change {
  readonly from?: NodePhase;
  readonly to: NodePhase;
}

/** What became of each node from one look to the next; what it was in between does not show. */
function netChanges(
  changes: readonly PhaseChange[],
): ReadonlyMap<WorkflowNode, Change> {
  const net = new Map<WorkflowNode, Change>();
  for (const { node, from, to } of changes) {
    const known = net.get(node);
    net.set(node, { from: known ? known.from : from, to });
  }
  return net;
}

function phasesOf({ from, to }: Change): NodePhase[] {
  const isNew = from === undefined || from === 'Pending';
  if (ENDED.has(to)) {
    return isNew ? ['Running', to] : [to];
  }
  return from === undefined && to !== 'Running' ? [] : [to];
}

function nodeEvent(
  node: WorkflowNode,
  phase: NodePhase,
  workflow: string,
  at: number,
): SimulatedEvent {
  const { message, id, name, type, init } = node;
  return {
    at,
    type: phase === 'Succeeded' || phase === 'Running' ? 'Normal' : 'Warning',
    reason: `WorkflowNode${phase}`,
    message: `${phase} node ${name}${message ? `: ${message}` : ''}`,
    component: 'workflow-controller',
    object: { kind: 'Workflow', name: workflow },
    annotations: {
      [`${PREFIX}/node-id`]: id,
      [`${PREFIX}/node-name`]: name,
      [`${PREFIX}/node-start-time`]: `${Math.floor(
        init.startedAt / 1_000,
      )}000000000`,
      [`${PREFIX}/node-type`]: type,
    },
  };
}

/** The events about nodes whose phase is another than at the look before. */
export function nodeEvents(
  changes: readonly PhaseChange[],
  workflow: string,
  at: number,
): SimulatedEvent[] {
  return [...netChanges(changes)].flatMap(([node, change]) =>
    phasesOf(change).map(phase => nodeEvent(node, phase, workflow, at)),
  );
}

/** The event about a workflow whose phase is another than at the look before. */
export function workflowEvents(
  { fields }: WorkflowStatus,
  phaseBefore: string | undefined,
  workflow: string,
  at: number,
): SimulatedEvent[] {
  const { phase, message } = fields;
  if (phase === phaseBefore || phase === undefined || phase === 'Pending') {
    return [];
  }
  const isFailure = phase === 'Failed' || phase === 'Error';
  const event = {
    at,
    component: 'workflow-controller',
    object: { kind: 'Workflow', name: workflow },
  } as const;
  return [
    isFailure
      ? { ...event, type: 'Warning', reason: 'WorkflowFailed', message }
      : {
          ...event,
          type: 'Normal',
          reason: `Workflow${phase}`,
          message:
            phase === 'Running' ? 'Workflow Running' : 'Workflow completed',
        },
  ];
}
