import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
  stringsIn,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { parseDuration } from '../values/durations';
import { anyTextAt, flagAt, numberAt, textsIn } from '../values/text';
import { readLocks } from './readLocks';
import {
  ContainerSpec,
  Memoize,
  RetryStrategy,
  Template,
  TemplateKind,
} from './Template';

const POD_FIELDS = ['container', 'script', 'resource', 'data'] as const;
/** What Argo runs the templates with that bring no image of their own. */
const EXECUTOR_IMAGE = 'quay.io/argoproj/argoexec:latest';

function kindOf(raw: JsonObject): TemplateKind | undefined {
  if (POD_FIELDS.some(field => isJsonObject(raw[field]))) {
    return 'pod';
  }
  if (isJsonObject(raw.containerSet)) {
    return 'container-set';
  }
  if (Array.isArray(raw.steps)) {
    return 'steps';
  }
  if (isJsonObject(raw.dag)) {
    return 'dag';
  }
  return isJsonObject(raw.suspend) ? 'suspend' : undefined;
}

function readContainer(raw: unknown, name?: string): ContainerSpec {
  const dependencies = isJsonObject(raw) ? raw.dependencies : undefined;
  return {
    name: name ?? stringAt(raw, 'name') ?? '',
    image: stringAt(raw, 'image') ?? EXECUTOR_IMAGE,
    resources: objectAt(raw, 'resources'),
    dependencies: stringsIn(dependencies),
  };
}

function readContainers(raw: JsonObject): ContainerSpec[] {
  const main = POD_FIELDS.map(field => raw[field]).find(isJsonObject);
  return main
    ? [readContainer(main, 'main')]
    : listAt(raw.containerSet, 'containers').map(each => readContainer(each));
}

/** Reads a `retryStrategy`; undefined where there is none. */
export function readRetryStrategy(raw: unknown): RetryStrategy | undefined {
  if (!isJsonObject(raw)) {
    return undefined;
  }
  const backoff = objectAt(raw, 'backoff');
  const duration = durationAt(backoff, 'duration');
  const expression = stringAt(raw, 'expression') || undefined;
  return {
    limit: numberAt(raw, 'limit'),
    // Without a policy, an expression decides alone.
    policy:
      stringAt(raw, 'retryPolicy') || (expression ? 'Always' : 'OnFailure'),
    expression,
    backoff:
      duration === undefined
        ? undefined
        : {
            duration,
            factor: numberAt(backoff, 'factor'),
            cap: durationAt(backoff, 'cap'),
            maxDuration: durationAt(backoff, 'maxDuration'),
          },
  };
}

function durationAt(raw: unknown, field: string): number | undefined {
  const text = anyTextAt(raw, field);
  return text === undefined ? undefined : parseDuration(text);
}

function readMemoize(raw: unknown): Memoize | undefined {
  const cache = objectAt(objectAt(raw, 'cache'), 'configMap');
  const key = stringAt(raw, 'key');
  return key === undefined
    ? undefined
    : {
        key,
        cacheName: stringAt(cache, 'name') ?? '',
        maxAge: durationAt(raw, 'maxAge'),
      };
}

function readSteps(raw: JsonObject): JsonObject[][] {
  return listAt(raw, 'steps').map(group =>
    (Array.isArray(group) ? group : [group]).filter(isJsonObject),
  );
}

/** Reads a template whose references are resolved as far as they can be. */
export function readTemplate(raw: JsonObject, namespace: string): Template {
  const metadata = objectAt(raw, 'metadata');
  const dag = objectAt(raw, 'dag');
  return {
    name: stringAt(raw, 'name') ?? '',
    kind: kindOf(raw),
    annotations: textsIn(metadata.annotations),
    labels: textsIn(metadata.labels),
    inputs: objectAt(raw, 'inputs'),
    outputs: objectAt(raw, 'outputs'),
    containers: readContainers(raw),
    sidecars: listAt(raw, 'sidecars').map(each => readContainer(each)),
    steps: readSteps(raw),
    tasks: listAt(dag, 'tasks').filter(isJsonObject),
    target: stringAt(dag, 'target') || undefined,
    dagFailFast: dag.failFast !== false,
    suspendDuration: durationAt(objectAt(raw, 'suspend'), 'duration'),
    retryStrategy: readRetryStrategy(raw.retryStrategy),
    memoize: readMemoize(raw.memoize),
    locks: readLocks(raw.synchronization, namespace),
    parallelism: numberAt(raw, 'parallelism'),
    failFast: flagAt(raw, 'failFast'),
    daemon: flagAt(raw, 'daemon'),
    activeDeadlineSeconds: numberAt(raw, 'activeDeadlineSeconds'),
    timeout: durationAt(raw, 'timeout'),
    raw,
  };
}
