import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { Template } from '../spec/Template';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { containerSpans, stateAt } from '../pods/containers';
import { pendingReason, PodRun } from '../pods/PodRun';
import { resourcesDuration } from '../pods/resourcesDuration';
import { exitCodeOf, phaseAt } from '../pods/timeline';
import { anyTextAt } from '../values/text';
import { Operation } from './Operation';

/** Exit code by which Argo knows that its own part failed, not the container's. */
const EXECUTOR_FAILED = 64;

const referenceTexts = new WeakMap<Template, string>();

/** Whether the calling template refers to the step's result, without which Argo does not collect it. */
function isResultReferred(caller: Template | undefined, step: string): boolean {
  if (!caller) {
    return false;
  }
  const text = referenceTexts.get(caller) ?? JSON.stringify(caller.raw);
  referenceTexts.set(caller, text);
  return [
    `.${step}.outputs.result`,
    `['${step}'].outputs.result`,
    `[\\"${step}\\"].outputs.result`,
  ].some(reference => text.includes(reference));
}

/** What the pod left: declared parameters and artifacts, and the result that somebody refers to. */
function collectOutputs(pod: PodRun, workflow: string): JsonObject {
  const { template, behaviour, node, boundaryTemplate, stepName } = pod.init;
  const { outputs: values, result } = behaviour.sheet;
  const parameters = listAt(template.outputs, 'parameters')
    .filter(isJsonObject)
    .map(parameter => ({
      ...parameter,
      value:
        values.get(stringAt(parameter, 'name') ?? '') ??
        anyTextAt(objectAt(parameter, 'valueFrom'), 'default') ??
        '',
    }));
  const artifacts = listAt(template.outputs, 'artifacts')
    .filter(isJsonObject)
    .map(artifact => ({
      ...artifact,
      s3: {
        key: `${workflow}/${pod.init.name}/${
          stringAt(artifact, 'name') ?? ''
        }.tgz`,
      },
    }));
  return {
    ...(artifacts.length > 0 ? { artifacts } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(result !== undefined && isResultReferred(boundaryTemplate, stepName)
      ? { result }
      : {}),
    ...(node.outputs ?? {}),
  };
}

/** Why a pod failed, in Argo's words. */
function failureOf({ timeline }: PodRun): string {
  if (timeline.message !== undefined) {
    return timeline.message;
  }
  const failed = timeline.containers.find(({ exitCode }) => exitCode !== 0);
  if (!failed) {
    return '';
  }
  const { spec, reason, exitCode, message } = failed;
  const text = `${spec.name}: ${reason} (exit code ${exitCode})`;
  return message ? `${text}: ${message}` : text;
}

function assessContainers(pod: PodRun, operation: Operation): void {
  const { nodes, now } = operation;
  if (!pod.node.init.containerSet) {
    return;
  }
  const spans = containerSpans(pod, pod.timeline);
  for (const node of containerNodes(pod.node)) {
    const { displayName } = node.init;
    const span = spans.find(({ name }) => name === displayName);
    const current = span && stateAt(span, now);
    if (current?.state === 'running') {
      nodes.mark(node, 'Running');
    } else if (current?.state === 'terminated') {
      const { exitCode, reason, message = '' } = current;
      const text = `${displayName}: ${reason} (exit code ${exitCode}): ${message}`;
      if (exitCode === 0) {
        nodes.mark(node, 'Succeeded');
      } else {
        nodes.mark(
          node,
          exitCode === EXECUTOR_FAILED ? 'Error' : 'Failed',
          text,
        );
      }
    }
  }
}

/** The nodes of a set's containers. */
export function containerNodes(pod: WorkflowNode): Set<WorkflowNode> {
  const found = new Set<WorkflowNode>();
  const visit = (node: WorkflowNode) => {
    for (const child of node.children) {
      if (child.init.boundary === pod && !found.has(child)) {
        found.add(child);
        visit(child);
      }
    }
  };
  visit(pod);
  return found;
}

function end(
  pod: PodRun,
  phase: 'Succeeded' | 'Failed',
  operation: Operation,
): void {
  const { nodes, now, memo, workflow } = operation;
  const { node } = pod;
  const failed = phase === 'Failed';
  nodes.update(node, {
    outputs: failed ? node.outputs : collectOutputs(pod, workflow.name),
    finishedAt: pod.timeline.finishedAt,
    resources: resourcesDuration(containerSpans(pod, pod.timeline), now),
    daemoned: false,
  });
  if (!failed && node.memoization) {
    memo.save(node.memoization, node.outputs ?? {}, now);
  }
  nodes.mark(
    node,
    failed || pod.init.template.daemon ? 'Failed' : 'Succeeded',
    failed ? failureOf(pod) : '',
  );
}

function run(pod: PodRun, { nodes, now }: Operation): void {
  const { node } = pod;
  if (pod.init.template.daemon && !node.daemoned) {
    nodes.update(node, {
      daemoned: true,
      podIP: pod.init.podIP,
      finishedAt: now,
      resources: resourcesDuration(containerSpans(pod, pod.timeline), now),
    });
  }
  nodes.mark(node, 'Running', '');
}

/**
 * Brings a pod's node up to what has become of the pod since.
 *
 * @returns whether it was found to run now, and not before
 */
export function assessPod(pod: PodRun, operation: Operation): boolean {
  const { nodes, pods, now } = operation;
  const { node } = pod;
  if (now >= pod.timeline.finishedAt || now >= pod.timeline.deletedAt) {
    pods.settle(pod);
  }
  if (node.fulfilled && !node.daemoned) {
    return false;
  }
  const before = nodes.revision;
  const phase = phaseAt(pod.timeline, now);
  const { hostNode } = pod.init;
  if (hostNode && now >= pod.timeline.scheduledAt && !node.hostNode) {
    nodes.update(node, { hostNode });
  }
  assessContainers(pod, operation);
  const main = pod.timeline.containers.every(
    ({ finishedAt }) => finishedAt <= now,
  );
  if (main && node.outputs?.exitCode === undefined) {
    nodes.addOutputs(node, { exitCode: String(exitCodeOf(pod.timeline)) });
  }
  switch (phase) {
    case 'Pending':
      nodes.mark(node, 'Pending', pendingReason(pod, now));
      return false;
    case 'Running':
      run(pod, operation);
      return nodes.revision > before;
    default:
      end(pod, phase, operation);
      return false;
  }
}
