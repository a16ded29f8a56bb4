import { isEnded } from '../model/phases';
import type { Run, RunCondition, RunReference } from '../model/run';
import type { RunKind } from '../model/runKinds';
import { conditionTime, readConditions, runPhase } from './runConditions';
import { asFields, Fields, fieldsAt, readName, readText } from './readers';
import { readTasks } from './runTasks';
import { readTime } from './time';

/** What a run takes from its resource's status. */
export type RunStatus = Pick<
  Run,
  'phase' | 'conditions' | 'reference' | 'tasks' | 'startedAt' | 'completedAt'
>;

function readReference(value: unknown): RunReference | undefined {
  const fields = asFields(value);
  const name = readName(fields?.name);
  const namespace = readName(fields?.namespace);
  if (!fields || name === undefined || namespace === undefined) {
    return undefined;
  }
  return {
    // Until v0.10 only name and namespace were written.
    apiVersion: readText(fields.apiVersion, 253) ?? 'argoproj.io/v1alpha1',
    kind: readText(fields.kind, 63) ?? 'Workflow',
    name,
    namespace,
  };
}

function startTime(
  status: Fields,
  conditions: readonly RunCondition[],
  createdAt: string | undefined,
): string | undefined {
  return (
    readTime(status.startedAt) ??
    conditionTime(conditions, 'BuildInitiated', 'BuildTriggered') ??
    // Releases before v0.15 do not write it; their controllers take a new run up within milliseconds.
    (conditions.length > 0 ? createdAt : undefined)
  );
}

function endTime(
  status: Fields,
  conditions: readonly RunCondition[],
): string | undefined {
  return (
    readTime(status.completedAt) ??
    readTime(status.finishedAt) ??
    conditionTime(
      conditions,
      'WorkflowCompleted',
      'WorkflowFailed',
      'BuildCompleted',
    )
  );
}

/** Reads the status of a run. */
export function readRunStatus(
  resource: Fields,
  kind: RunKind,
  createdAt: string | undefined,
): RunStatus {
  const status = fieldsAt(resource, 'status');
  const conditions = readConditions(status.conditions);
  const phase = runPhase(kind, conditions);
  return {
    phase,
    conditions,
    reference: readReference(status.runReference),
    tasks: readTasks(status.tasks),
    startedAt: startTime(status, conditions, createdAt),
    completedAt: isEnded(phase) ? endTime(status, conditions) : undefined,
  };
}
