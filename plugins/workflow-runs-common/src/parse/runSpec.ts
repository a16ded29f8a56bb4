import type { Run, WorkflowRef } from '../model/run';
import type { RunKind } from '../model/runKinds';
import { boundedFields } from './boundedValue';
import {
  asFields,
  Fields,
  fieldsAt,
  readList,
  readName,
  readText,
  readToken,
} from './readers';

const WORKFLOW_KIND = /^[A-Z][A-Za-z]*$/;
const MAX_PARAMETERS = 1000;
const MAX_DURATION_LENGTH = 50;

/** What a run takes from its resource's spec. */
export type RunSpec = Pick<
  Run,
  'workflow' | 'parameters' | 'ttlAfterCompletion'
>;

// What a workflow is of where the resource does not say so.
const WORKFLOW_KINDS: Readonly<Record<RunKind, string>> = {
  // Before v1.0, which brought ClusterWorkflow and writes the kind into each run.
  WorkflowRun: 'Workflow',
  ComponentWorkflowRun: 'ComponentWorkflow',
  Build: 'ClusterWorkflowTemplate',
};

function readWorkflow(fields: Fields, kind: RunKind): WorkflowRef | undefined {
  const name = readName(fields.name);
  return name === undefined
    ? undefined
    : {
        kind: readToken(fields.kind, WORKFLOW_KIND, 63) ?? WORKFLOW_KINDS[kind],
        name,
      };
}

function readBuildSpec(spec: Fields): RunSpec {
  const templateRef = fieldsAt(spec, 'templateRef');
  const parameters = readList(templateRef.parameters, MAX_PARAMETERS)
    .map(asFields)
    .filter(parameter => typeof parameter?.name === 'string')
    .map(parameter => [parameter?.name, parameter?.value]);
  return {
    workflow: readWorkflow(
      { name: templateRef.name, kind: undefined },
      'Build',
    ),
    parameters: boundedFields({
      ...Object.fromEntries(parameters),
      repository: spec.repository,
    }),
  };
}

/** Reads the spec of a run. */
export function readRunSpec(resource: Fields, kind: RunKind): RunSpec {
  const spec = fieldsAt(resource, 'spec');
  if (kind === 'Build') {
    return readBuildSpec(spec);
  }
  const workflow = fieldsAt(spec, 'workflow');
  const { parameters, schema, systemParameters } = workflow;
  return {
    workflow: readWorkflow(workflow, kind),
    parameters: boundedFields({
      // Until v0.10 they were called the values of the workflow's schema.
      ...(asFields(parameters) ?? asFields(schema)),
      ...(systemParameters === undefined ? {} : { systemParameters }),
    }),
    ttlAfterCompletion: readText(spec.ttlAfterCompletion, MAX_DURATION_LENGTH),
  };
}
