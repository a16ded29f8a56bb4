import type { ArgoNode } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const BEGAN = Date.parse('2026-11-21T00:00:00Z');
const TASK_SECONDS = 20;

type Fields = Partial<ArgoNode> & Pick<ArgoNode, 'id' | 'type'>;

function node(fields: Fields, start: number, seconds: number): ArgoNode {
  const time = (offset: number) =>
    new Date(BEGAN + offset * 1000).toISOString();
  return {
    name: fields.id,
    displayName: fields.id,
    phase: 'Succeeded',
    templateName: `template-${start % 7}`,
    startedAt: time(start),
    runningSince: time(start + 2),
    finishedAt: time(start + seconds),
    children: [],
    ...fields,
  };
}

/** One step over many items, of which 50 run at a time. */
export function fanOut(count: number): ArgoNode[] {
  const items = Array.from({ length: count - 2 }, (_, index) =>
    node(
      {
        id: `wf-${index}`,
        type: 'Pod',
        name: `wf[0].each(${index}:item-${index})`,
        displayName: `each(${index}:item-${index})`,
        boundaryID: 'wf',
      },
      Math.floor(index / 50) * TASK_SECONDS,
      TASK_SECONDS,
    ),
  );
  const span = (Math.floor(count / 50) + 1) * TASK_SECONDS;
  return [
    node({ id: 'wf', type: 'Steps', children: ['wf-group'] }, 0, span),
    node(
      {
        id: 'wf-group',
        type: 'StepGroup',
        name: 'wf[0]',
        displayName: '[0]',
        boundaryID: 'wf',
        children: items.map(({ id }) => id),
      },
      0,
      span,
    ),
    ...items,
  ];
}

/** Steps one after the other, each in its group. */
export function chainOfSteps(count: number): ArgoNode[] {
  const steps = Math.floor((count - 1) / 2);
  const nodes = [
    node(
      { id: 'wf', type: 'Steps', children: ['wf-group-0'] },
      0,
      steps * TASK_SECONDS,
    ),
  ];
  for (let step = 0; step < steps; step++) {
    const start = step * TASK_SECONDS;
    const within = { boundaryID: 'wf' };
    nodes.push(
      node(
        {
          id: `wf-group-${step}`,
          type: 'StepGroup',
          name: `wf[${step}]`,
          displayName: `[${step}]`,
          children: [`wf-step-${step}`],
          ...within,
        },
        start,
        TASK_SECONDS,
      ),
      node(
        {
          id: `wf-step-${step}`,
          type: 'Pod',
          name: `wf[${step}].step`,
          displayName: 'step',
          children: step + 1 < steps ? [`wf-group-${step + 1}`] : [],
          ...within,
        },
        start,
        TASK_SECONDS,
      ),
    );
  }
  return nodes;
}

/** A DAG of a task and a DAG of a task and a DAG, and so on. */
export function deepNesting(count: number): ArgoNode[] {
  const levels = Math.floor(count / 2);
  const nodes: ArgoNode[] = [];
  for (let level = 0; level < levels; level++) {
    const boundary = level === 0 ? {} : { boundaryID: `dag-${level - 1}` };
    const start = level * TASK_SECONDS;
    nodes.push(
      node(
        {
          id: `dag-${level}`,
          type: 'DAG',
          children: [`task-${level}`],
          ...boundary,
        },
        start,
        (levels - level) * TASK_SECONDS,
      ),
      node(
        {
          id: `task-${level}`,
          type: 'Pod',
          boundaryID: `dag-${level}`,
          children: level + 1 < levels ? [`dag-${level + 1}`] : [],
        },
        start,
        TASK_SECONDS,
      ),
    );
  }
  return nodes;
}

/** Steps that are each tried three times. */
export function retries(count: number): ArgoNode[] {
  const steps = Math.floor((count - 1) / 4);
  const within = { boundaryID: 'wf' };
  const nodes: ArgoNode[] = [];
  for (let step = 0; step < steps; step++) {
    const start = (step % 100) * TASK_SECONDS;
    const name = `wf.step-${step}`;
    const attempts = [0, 1, 2].map(attempt =>
      node(
        {
          id: `wf-${step}-${attempt}`,
          type: 'Pod',
          name: `${name}(${attempt})`,
          displayName: `step-${step}(${attempt})`,
          phase: attempt < 2 ? 'Failed' : 'Succeeded',
          message: attempt < 2 ? 'main: Error (exit code 1)' : undefined,
          retried: true,
          ...within,
        },
        start + attempt * 7,
        5,
      ),
    );
    nodes.push(
      node(
        {
          id: `wf-${step}`,
          type: 'Retry',
          name,
          displayName: `step-${step}`,
          children: attempts.map(({ id }) => id),
          ...within,
        },
        start,
        TASK_SECONDS,
      ),
      ...attempts,
    );
  }
  const first = nodes.filter(({ type }) => type === 'Retry');
  return [
    node(
      { id: 'wf', type: 'DAG', children: first.map(({ id }) => id) },
      0,
      101 * TASK_SECONDS,
    ),
    ...nodes,
  ];
}
