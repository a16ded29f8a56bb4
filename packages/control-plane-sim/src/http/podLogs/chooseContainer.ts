import { ApiObject } from '../../objects/ApiObject';
import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../objects/json';
import { badRequest } from '../../status/errors';

const IMAGE_PROBLEMS: Record<string, string> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
};

function objectsIn(value: JsonObject, field: string): JsonObject[] {
  const found = value[field];
  return Array.isArray(found) ? found.filter(isJsonObject) : [];
}

function names(spec: JsonObject, field: string): string[] {
  return objectsIn(spec, field).map(each => stringAt(each, 'name') ?? '');
}

function choose(pod: ApiObject, wanted: string | undefined): string {
  const { name } = pod.metadata;
  const spec = objectAt(pod, 'spec');
  const containers = names(spec, 'containers');
  const initContainers = names(spec, 'initContainers');
  if (wanted === undefined && containers.length === 1) {
    return containers[0];
  }
  if (wanted === undefined) {
    const further =
      initContainers.length > 0
        ? ` or one of the init containers: [${initContainers.join(' ')}]`
        : '';
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${containers.join(
        ' ',
      )}]${further}`,
    );
  }
  if (![...containers, ...initContainers].includes(wanted)) {
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  return wanted;
}

function statusOf(pod: ApiObject, container: string): JsonObject {
  const status = objectAt(pod, 'status');
  return (
    [
      ...objectsIn(status, 'initContainerStatuses'),
      ...objectsIn(status, 'containerStatuses'),
    ].find(({ name }) => name === container) ?? {}
  );
}

/**
 * The container whose log is meant.
 *
 * @throws StatusError 400, in the words of an API server, where there is none of that name, it has not started, or its run before
 * this one is asked for and there was none
 */
export function chooseContainer(
  pod: ApiObject,
  options: { readonly container?: string; readonly previous: boolean },
): string {
  const container = choose(pod, options.container);
  const subject = `container ${JSON.stringify(
    container,
  )} in pod ${JSON.stringify(pod.metadata.name)}`;
  if (options.previous) {
    throw badRequest(`previous terminated ${subject} not found`);
  }
  const { waiting } = objectAt(statusOf(pod, container), 'state');
  if (waiting !== undefined) {
    const reason = stringAt(waiting, 'reason') ?? '';
    throw badRequest(
      `${subject} is waiting to start: ${IMAGE_PROBLEMS[reason] ?? reason}`,
    );
  }
  return container;
}
