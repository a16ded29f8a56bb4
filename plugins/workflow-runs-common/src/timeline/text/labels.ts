import { isGhost, isTask } from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';
import type { TimelineRowKind } from '../types';
import { stepName } from './nodeName';

/** How many names a group of parallel steps is called by. */
const GROUP_NAMES = 3;

/** What a row is called, below its parent and on its own. */
export interface Labels {
  readonly label: string;
  readonly title: string;
}

/** The number of an attempt, from 1; undefined for what is none. Of tasks alone, only the name tells. */
export function attemptOf(
  { graph, wrapper, members }: Outline,
  number: number,
): number | undefined {
  const { attempt } = graph.names[number];
  const above = wrapper[number];
  if (above < 0) {
    return isTask(graph.nodes[number]) ? attempt : undefined;
  }
  return graph.nodes[above].type === 'Retry'
    ? attempt ?? (members.get(above) ?? []).indexOf(number) + 1
    : undefined;
}

/** What a node is to a person. */
export function kindOf(outline: Outline, number: number): TimelineRowKind {
  const node = outline.graph.nodes[number];
  if (isGhost(node)) {
    return 'ghost';
  }
  switch (node.type) {
    case 'Container':
      return 'container';
    case 'Suspend':
      return 'suspend';
    case 'Retry':
      return 'retry';
    case 'TaskGroup':
      return 'loop';
    case 'StepGroup':
      return outline.loops.has(number) ? 'loop' : 'step-group';
    case 'Steps':
    case 'DAG':
      return 'group';
    default:
      return attemptOf(outline, number) === undefined ? 'task' : 'attempt';
  }
}

/** `unit, lint, build`, or `unit, lint and 4 more`. */
function groupName({ graph, members }: Outline, number: number): string {
  const within = members.get(number) ?? [];
  const names = [...new Set(within.map(member => graph.names[member].base))];
  if (names.length === 0) {
    const { base } = graph.names[number];
    const index = /^\[(\d+)\]$/.exec(base)?.[1];
    return index === undefined ? base : `step group ${Number(index) + 1}`;
  }
  return names.length <= GROUP_NAMES
    ? names.join(', ')
    : `${names.slice(0, GROUP_NAMES - 1).join(', ')} and ${
        names.length - GROUP_NAMES + 1
      } more`;
}

/** `notify (exit handler)`, `notify (running hook of build)`. */
function hookLabel({ graph }: Outline, number: number): string | undefined {
  const { role, hook, of } = graph.names[number];
  if (!role) {
    return undefined;
  }
  const what = role === 'hook' ? `${hook} hook` : 'exit handler';
  const whose = of === undefined ? what : `${what} of ${of}`;
  const { templateName } = graph.nodes[number];
  return templateName ? `${templateName} (${whose})` : whose;
}

/** What to call a step, whatever attempts there are at it. */
function stepLabels(outline: Outline, number: number): Labels {
  const { graph, parent, loops } = outline;
  const name = graph.names[number];
  const title = hookLabel(outline, number) ?? stepName(name);
  const above = parent[number];
  const inLoop =
    above >= 0 && (loops.has(above) || graph.nodes[above].type === 'TaskGroup');
  return {
    label: inLoop && name.item !== undefined ? name.item : title,
    title,
  };
}

/** What to call a row. */
export function labelsOf(outline: Outline, number: number): Labels {
  const { graph, wrapper, folded } = outline;
  if (graph.nodes[number].type === 'StepGroup') {
    const name = groupName(outline, number);
    return { label: name, title: name };
  }
  const attempt = attemptOf(outline, number);
  if (attempt === undefined) {
    return stepLabels(outline, number);
  }
  const retry = wrapper[number];
  if (retry < 0) {
    const title = `${stepName(graph.names[number])} attempt ${attempt}`;
    return { label: title, title };
  }
  const step = stepLabels(outline, retry);
  return folded[retry]
    ? step
    : {
        label: `attempt ${attempt}`,
        title: `${step.title} attempt ${attempt}`,
      };
}
