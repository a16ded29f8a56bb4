import type { RunPhase } from '../model/phases';
import type { RunCondition } from '../model/run';
import type { RunKind } from '../model/runKinds';
import { asFields, readList, readText, readToken } from './readers';
import { readTime } from './time';

const MAX_CONDITIONS = 50;
const CONDITION_TYPE = /^[A-Za-z0-9]([-A-Za-z0-9._/]*[A-Za-z0-9])?$/;
const CONDITION_REASON = /^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/;
const STATUSES = ['True', 'False', 'Unknown'] as const;

function readCondition(value: unknown): RunCondition | undefined {
  const fields = asFields(value);
  const type = readToken(fields?.type, CONDITION_TYPE, 316);
  const status = STATUSES.find(known => known === fields?.status);
  if (!fields || type === undefined || status === undefined) {
    return undefined;
  }
  return {
    type,
    status,
    reason: readToken(fields.reason, CONDITION_REASON, 1024),
    message: readText(fields.message),
    lastTransitionTime: readTime(fields.lastTransitionTime),
  };
}

/** Reads `status.conditions`. */
export function readConditions(value: unknown): RunCondition[] {
  return readList(value, MAX_CONDITIONS)
    .map(readCondition)
    .filter(condition => condition !== undefined);
}

/** The condition of a type, if there is one. */
export function findCondition(
  conditions: readonly RunCondition[],
  type: string,
): RunCondition | undefined {
  return conditions.find(condition => condition.type === type);
}

function buildPhase(conditions: readonly RunCondition[]): RunPhase {
  const completed = findCondition(conditions, 'BuildCompleted');
  if (completed?.status === 'True') {
    return 'Succeeded';
  }
  if (completed?.status !== 'False') {
    return 'Pending';
  }
  // A build that goes on and one that failed have the same status: BuildFailed, WorkflowCreationFailed, ...
  return completed.reason?.endsWith('Failed') ? 'Failed' : 'Running';
}

function workflowPhase(conditions: readonly RunCondition[]): RunPhase {
  const isTrue = (type: string) =>
    findCondition(conditions, type)?.status === 'True';
  if (isTrue('WorkflowFailed')) {
    return 'Failed';
  }
  if (isTrue('WorkflowSucceeded')) {
    return 'Succeeded';
  }
  if (isTrue('WorkflowRunning')) {
    return 'Running';
  }
  // Releases before v0.17 only complete a run whose workflow is gone.
  return isTrue('WorkflowCompleted') ? 'Failed' : 'Pending';
}

/** How a run stands by its conditions. */
export function runPhase(
  kind: RunKind,
  conditions: readonly RunCondition[],
): RunPhase {
  return kind === 'Build' ? buildPhase(conditions) : workflowPhase(conditions);
}

/** When the first of these conditions that is there became what it is. */
export function conditionTime(
  conditions: readonly RunCondition[],
  ...types: readonly string[]
): string | undefined {
  for (const type of types) {
    const time = findCondition(conditions, type)?.lastTransitionTime;
    if (time !== undefined) {
      return time;
    }
  }
  return undefined;
}
