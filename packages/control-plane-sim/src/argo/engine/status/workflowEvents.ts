import { NodePhase, WorkflowNode } from '../nodes/WorkflowNode';
import { PhaseChange } from '../nodes/NodeTree';
import { SimulatedEvent } from '../SimulatedEvent';
import { WorkflowPhase } from './WorkflowStatus';

const PREFIX = 'workflows.argoproj.io';
const ENDED: ReadonlySet<NodePhase> = new Set(['Succeeded', 'Failed', 'Error']);

/** What a look at the workflow changed. */
export interface Look {
  readonly at: number;
  /** The phase of the workflow, if that was another before. */
  readonly phase?: WorkflowPhase;
  readonly message: string;
  readonly changes: readonly PhaseChange[];
}

/** What became of each node from one look to the next; what it was in between does not show. */
function netChanges(changes: readonly PhaseChange[]): Iterable<PhaseChange> {
  const net = new Map<WorkflowNode, PhaseChange>();
  for (const change of changes) {
    const known = net.get(change.node);
    net.set(change.node, known ? { ...change, from: known.from } : change);
  }
  return net.values();
}

function phasesOf({ from, to }: PhaseChange): NodePhase[] {
  const isNew = from === undefined || from === 'Pending';
  if (ENDED.has(to)) {
    return isNew ? ['Running', to] : [to];
  }
  return from === undefined && to !== 'Running' ? [] : [to];
}

function nodeEvent(
  { node, message }: PhaseChange,
  phase: NodePhase,
  workflow: string,
  at: number,
): SimulatedEvent {
  const { id, name, type, startedAt } = node;
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
        startedAt / 1_000,
      )}000000000`,
      [`${PREFIX}/node-type`]: type,
    },
  };
}

/** The event about the workflow as a whole, if any. */
function phaseEvents(
  { phase, message, at }: Look,
  workflow: string,
): SimulatedEvent[] {
  if (phase === undefined || phase === 'Pending') {
    return [];
  }
  const event = {
    at,
    component: 'workflow-controller',
    object: { kind: 'Workflow', name: workflow },
  } as const;
  if (phase === 'Failed' || phase === 'Error') {
    return [{ ...event, type: 'Warning', reason: 'WorkflowFailed', message }];
  }
  return [
    {
      ...event,
      type: 'Normal',
      reason: `Workflow${phase}`,
      message: phase === 'Running' ? 'Workflow Running' : 'Workflow completed',
    },
  ];
}

/** The events that the controller records about a workflow and its nodes. */
export function workflowEvents(
  looks: readonly Look[],
  workflow: string,
): SimulatedEvent[] {
  return looks.flatMap(look => [
    ...phaseEvents(look, workflow),
    ...Array.from(netChanges(look.changes), change =>
      phasesOf(change).map(phase =>
        nodeEvent(change, phase, workflow, look.at),
      ),
    ).flat(),
  ]);
}
