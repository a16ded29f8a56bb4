import type { RunExplanation } from '../api/runsSchema';
import type { Run } from '../model/run';
import { findCondition } from '../parse/runConditions';
import { asSentence } from '../parse/text';
import { readableMessage } from '../timeline/text/readableMessage';
import { failedTaskOf } from './failedTask';
import type { ExplainRunInput } from './types';

// The controller says the same whether the workflow was never there or vanished.
const NOT_FOUND =
  /workflow (is not found in|has been deleted from) the cluster/i;
const SHUTDOWN = /strategy:?\s*'?(Stop|Terminate)'?$/;
/** What the controllers write of every failure, which explains nothing. */
const PLATITUDES = new Set([
  'Workflow execution failed',
  'Workflow has completed with failure',
  'Build failed',
]);

function messagesOf(run: Run): string[] {
  return ['WorkflowFailed', 'WorkflowCompleted', 'BuildCompleted']
    .map(type => findCondition(run.conditions, type)?.message)
    .filter(message => message !== undefined);
}

function workflowName({ workflow }: Run): string {
  return workflow ? `${workflow.kind} '${workflow.name}'` : 'The workflow';
}

function notFound(run: Run): RunExplanation {
  return run.reference
    ? {
        severity: 'error',
        code: 'argo-gone',
        message: 'The Argo workflow vanished before the run ended.',
        remedy:
          'Somebody or something deleted it from the cluster of the plane; run it again.',
      }
    : {
        severity: 'error',
        code: 'workflow-not-found',
        message: `${workflowName(run)} does not exist.`,
        remedy: 'Create it, or run another workflow.',
      };
}

/** What the controller refused before anything ran. */
function refusal(run: Run): RunExplanation | undefined {
  const failed =
    findCondition(run.conditions, 'WorkflowFailed') ??
    findCondition(run.conditions, 'BuildCompleted');
  const detail = failed?.message;
  const refused = asSentence(
    ['OpenChoreo refused the run', detail].filter(Boolean).join(': '),
  );
  switch (failed?.reason) {
    case 'ComponentValidationFailed':
    case 'ComponentNotFound':
    case 'ComponentTypeNotFound':
    case 'WorkflowNotAllowed':
      return {
        severity: 'error',
        code: 'component-validation-failed',
        message: refused,
        remedy:
          "Correct the component, or the run's labels openchoreo.dev/project and openchoreo.dev/component, and run it again.",
      };
    case 'ComponentWorkflowNotFound':
      return {
        severity: 'error',
        code: 'workflow-not-found',
        message: refused,
        remedy: 'Create the workflow, or run another one.',
      };
    default:
      return undefined;
  }
}

function shutdownOf({ run, workflow }: ExplainRunInput): string | undefined {
  return (
    workflow?.shutdown ??
    run.tasks
      .map(({ message }) => SHUTDOWN.exec(message ?? '')?.[1])
      .find(strategy => strategy !== undefined)
  );
}

function taskFailed(run: Run): RunExplanation | undefined {
  const failed = failedTaskOf(run);
  if (!failed) {
    return undefined;
  }
  const { task, title, attempts } = failed;
  const tried = attempts > 1 ? ` after ${attempts} attempts` : '';
  const why = task.message ? `: ${readableMessage(task.message)}` : '';
  return {
    severity: 'error',
    code: 'task-failed',
    message: asSentence(`${title} failed${tried}${why}`),
    remedy: 'Its log tells more.',
  };
}

function failedSomehow({ run, workflow }: ExplainRunInput): RunExplanation {
  const told = [workflow?.message, ...messagesOf(run)].find(
    message => message !== undefined && !PLATITUDES.has(message),
  );
  return {
    severity: 'error',
    code: 'failed',
    message: told
      ? asSentence(`The run failed: ${readableMessage(told)}`)
      : 'The run failed, and the control plane does not say why.',
    remedy: 'Its timeline tells more, for as long as Argo keeps the workflow.',
  };
}

/** How a run failed. */
export function explainFailed(input: ExplainRunInput): RunExplanation {
  const { run } = input;
  const refused = refusal(run);
  if (refused) {
    return refused;
  }
  if (messagesOf(run).some(message => NOT_FOUND.test(message))) {
    return notFound(run);
  }
  const shutdown = shutdownOf(input);
  if (shutdown !== undefined) {
    return {
      severity: 'warning',
      code: 'stopped',
      message:
        shutdown === 'Stop'
          ? 'The run was stopped.'
          : 'The run was terminated.',
    };
  }
  return taskFailed(run) ?? failedSomehow(input);
}
