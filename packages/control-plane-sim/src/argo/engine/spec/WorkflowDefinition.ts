import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { textAt } from '../../../controllers/fields';
import { flagAt, numberAt, textsIn } from '../values/text';
import { Hooks, readHooks } from './Hook';
import { joinSpecs } from './joinSpecs';
import { readLocks } from './readLocks';
import { readRetryStrategy } from './readTemplate';
import { LockReference, RetryStrategy } from './Template';
import {
  indexTemplates,
  TemplateResolver,
  TemplateSource,
} from './TemplateSource';

/** How a workflow is brought to an end before its time. */
export type Shutdown = 'Stop' | 'Terminate';

/** A workflow as it was created, read. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** With what a `workflowTemplateRef` brings. */
  readonly spec: JsonObject;
  /** The same, where Argo keeps it in the status because it comes from a WorkflowTemplate. */
  readonly storedSpec?: JsonObject;
  /** Why there is nothing to run, in Argo's words. */
  readonly unresolved?: string;
  readonly source: TemplateSource;
  readonly resolver: TemplateResolver;
  readonly entrypoint: string;
  readonly hooks: Hooks;
  readonly parallelism?: number;
  readonly activeDeadlineSeconds?: number;
  readonly locks: readonly LockReference[];
  readonly retryStrategy?: RetryStrategy;
  readonly templateDefaults: JsonObject;
  readonly suspended: boolean;
  readonly shutdown?: Shutdown;
}

interface ReferredSpec {
  readonly spec: JsonObject;
  readonly storedSpec?: JsonObject;
  readonly unresolved?: string;
}

function resolveSpec(
  spec: JsonObject,
  resolver: TemplateResolver,
): ReferredSpec {
  const reference = spec.workflowTemplateRef;
  const name = stringAt(reference, 'name');
  if (!isJsonObject(reference) || name === undefined) {
    return { spec };
  }
  const cluster = flagAt(reference, 'clusterScope');
  const referred = resolver.specOf(name, cluster);
  if (!referred) {
    const plural = cluster ? 'clusterworkflowtemplates' : 'workflowtemplates';
    return {
      spec,
      unresolved: `${plural}.argoproj.io "${name}" not found`,
    };
  }
  const joined = joinSpecs(spec, referred);
  return { spec: joined, storedSpec: joined };
}

function readShutdown(spec: JsonObject): Shutdown | undefined {
  const { shutdown } = spec;
  return shutdown === 'Stop' || shutdown === 'Terminate' ? shutdown : undefined;
}

function readCreation(metadata: JsonObject): number {
  const createdAt = Date.parse(stringAt(metadata, 'creationTimestamp') ?? '');
  if (Number.isNaN(createdAt)) {
    throw new Error(
      'The workflow needs a time in metadata.creationTimestamp to begin at',
    );
  }
  return createdAt;
}

/**
 * Reads a workflow object.
 *
 * @throws Error for an object without name or time of creation; what else may be wrong, Argo reports in the status
 */
export function readWorkflow(
  workflow: JsonObject,
  workflowTemplates?: ReadonlyMap<string, JsonObject>,
): WorkflowDefinition {
  const metadata = objectAt(workflow, 'metadata');
  const name = textAt(metadata, 'name');
  if (name === undefined) {
    throw new Error('The workflow needs a name in metadata.name');
  }
  const namespace = textAt(metadata, 'namespace') ?? 'default';
  const resolver = new TemplateResolver(workflowTemplates);
  const referred = resolveSpec(objectAt(workflow, 'spec'), resolver);
  const { spec } = referred;
  return {
    ...referred,
    name,
    namespace,
    uid: stringAt(metadata, 'uid') ?? '',
    createdAt: readCreation(metadata),
    labels: textsIn(metadata.labels),
    annotations: textsIn(metadata.annotations),
    source: {
      scope: 'local',
      // Argo leaves the name out of the scope where the templates are not the workflow's own.
      name: referred.storedSpec ? '' : name,
      templates: indexTemplates(spec),
    },
    resolver,
    entrypoint: stringAt(spec, 'entrypoint') ?? '',
    hooks: readHooks(spec),
    parallelism: numberAt(spec, 'parallelism'),
    activeDeadlineSeconds: numberAt(spec, 'activeDeadlineSeconds'),
    locks: readLocks(spec.synchronization, namespace),
    retryStrategy: readRetryStrategy(spec.retryStrategy),
    templateDefaults: objectAt(spec, 'templateDefaults'),
    suspended: flagAt(spec, 'suspend'),
    shutdown: readShutdown(spec),
  };
}
