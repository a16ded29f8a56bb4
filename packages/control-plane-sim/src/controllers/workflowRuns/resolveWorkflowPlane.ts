import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { TunnelAddress } from '../gateway/addresses';
import { ApiClient } from '../kubernetes/ApiClient';
import { ApiError } from '../kubernetes/ApiError';
import { openchoreoPath } from '../kubernetes/paths';
import { simulatedPlaneKind } from '../planeKinds';

const DEFAULT_NAME = 'default';

/** A plane that runs workflows. */
export interface ResolvedWorkflowPlane {
  readonly address: TunnelAddress;
  /** Before the namespace of a run in the plane's cluster. */
  readonly namespacePrefix: string;
  readonly secretStore?: string;
}

interface PlaneReference {
  readonly kind: string;
  readonly name: string;
}

/** Where to look, one after the other. */
function candidates(workflowSpec: JsonObject): PlaneReference[] {
  const { workflowPlaneRef, buildPlaneRef } = workflowSpec;
  const generation =
    isJsonObject(buildPlaneRef) && !isJsonObject(workflowPlaneRef)
      ? 'BuildPlane'
      : 'WorkflowPlane';
  const reference = isJsonObject(workflowPlaneRef)
    ? workflowPlaneRef
    : buildPlaneRef;
  const name = textAt(reference, 'name');
  if (name !== undefined) {
    return [{ kind: textAt(reference, 'kind') ?? generation, name }];
  }
  return ['WorkflowPlane', 'BuildPlane'].flatMap(kind => [
    { kind, name: DEFAULT_NAME },
    { kind: `Cluster${kind}`, name: DEFAULT_NAME },
  ]);
}

async function find(
  client: Pick<ApiClient, 'get'>,
  runNamespace: string,
  { kind: kindName, name }: PlaneReference,
): Promise<ResolvedWorkflowPlane> {
  const kind = simulatedPlaneKind(kindName);
  const namespace = kind.namespaced ? runNamespace : undefined;
  const plane = await client.get(
    openchoreoPath({ plural: kind.plural, namespace, name }),
  );
  const spec = objectAt(plane, 'spec');
  return {
    address: {
      planeType: kind.planeType,
      planeID: textAt(spec, 'planeID') ?? name,
      namespace,
      name,
    },
    namespacePrefix:
      kind.planeType === 'buildplane' ? 'openchoreo-ci-' : 'workflows-',
    secretStore: textAt(objectAt(spec, 'secretStoreRef'), 'name'),
  };
}

/**
 * Finds the plane that a workflow's runs go to: the one that it names, else the default one of the run's namespace, else that
 * of the whole control plane. Build planes are those of OpenChoreo before 1.0.
 *
 * @throws ApiError 404 where there is no such plane
 */
export async function resolveWorkflowPlane(
  client: Pick<ApiClient, 'get'>,
  runNamespace: string,
  workflowSpec: JsonObject,
): Promise<ResolvedWorkflowPlane> {
  let missing: unknown;
  for (const reference of candidates(workflowSpec)) {
    try {
      return await find(client, runNamespace, reference);
    } catch (error) {
      if (!ApiError.hasStatus(error, 404)) {
        throw error;
      }
      missing = error;
    }
  }
  throw missing;
}
