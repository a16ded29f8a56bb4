import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_OWNER,
} from '../entity/annotations';
import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
  PlaneKind,
  planeKindInfo,
} from '../model/kinds';
import { gatewayManifest } from './gatewayManifest';
import { compact, ManifestFields, writtenPem } from './manifestFields';
import { PlaneRegistration } from './PlaneRegistration';
import { hasField, ServedPlaneKind } from './ServedPlaneKind';

/** A resource to be created. @public */
export interface PlaneManifest {
  readonly apiVersion: string;
  readonly kind: PlaneKind;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: { readonly [name: string]: string };
  };
  readonly spec: { readonly [field: string]: unknown };
}

type Registration = Partial<PlaneRegistration> &
  Pick<PlaneRegistration, 'kind' | 'name'>;

function isCluster(kind: PlaneKind): boolean {
  return planeKindInfo(kind).scope === 'Cluster';
}

/** The field of `clientCA` that names a Secret: it was called secretRef before v1.0. */
function secretField(served: ServedPlaneKind): 'secretKeyRef' | 'secretRef' {
  return hasField(served, 'clusterAgent.clientCA.secretRef') &&
    !hasField(served, 'clusterAgent.clientCA.secretKeyRef')
    ? 'secretRef'
    : 'secretKeyRef';
}

function clientCA(
  registration: Registration,
  served: ServedPlaneKind,
): ManifestFields {
  const { agentCA } = registration;
  if (agentCA?.source === 'inline' && !agentCA.storeIn) {
    const { value } = agentCA;
    return value.trim() === '' ? {} : { value: writtenPem(value) };
  }
  const ref =
    agentCA?.source === 'secret' ? agentCA.secretKeyRef : agentCA?.storeIn;
  const fields = ref && compact({ ...ref });
  return fields ? { [secretField(served)]: fields } : {};
}

function observabilityPlaneRef(
  registration: Registration,
  served: ServedPlaneKind,
): unknown {
  const ref = registration.observabilityPlaneRef;
  if (!ref) {
    return undefined;
  }
  return served.observabilityPlaneRefIsString ? ref.name : compact({ ...ref });
}

function buildSpec(
  registration: Registration,
  served: ServedPlaneKind,
): ManifestFields {
  const { secretStore, gateway, imagePullSecretRefs } = registration;
  const fields: ManifestFields = {
    planeID: registration.planeID,
    clusterAgent: { clientCA: clientCA(registration, served) },
    secretStoreRef: secretStore ? { name: secretStore } : undefined,
    observabilityPlaneRef: observabilityPlaneRef(registration, served),
    observerURL: registration.observerURL,
    rcaAgentURL: registration.rcaAgentURL,
    finOpsAgentURL: registration.finOpsAgentURL,
    gateway: gateway && gatewayManifest(gateway, served),
    imagePullSecretRefs: imagePullSecretRefs?.length
      ? [...imagePullSecretRefs]
      : undefined,
  };
  const known = Object.entries(fields).filter(([name]) =>
    hasField(served, name),
  );
  return compact(Object.fromEntries(known)) ?? {};
}

/**
 * The resource that a registration asks for, with the fields that its control plane serves.
 *
 * @remarks
 * Empty values are left out. What the kind does not have is left out, too: `checkServedKind` tells.
 *
 * @param registration - one that is not complete gives a resource that is not
 * @public
 */
export function buildPlaneManifest(
  registration: Partial<PlaneRegistration> &
    Pick<PlaneRegistration, 'kind' | 'name'>,
  served: ServedPlaneKind,
): PlaneManifest {
  const { kind, name, namespace } = registration;
  const annotations: { [name: string]: string } = {};
  for (const [annotation, value] of [
    [ANNOTATION_DISPLAY_NAME, registration.displayName],
    [ANNOTATION_DESCRIPTION, registration.description],
    [ANNOTATION_OWNER, registration.owner],
  ] as const) {
    if (value) {
      annotations[annotation] = value;
    }
  }
  return {
    apiVersion: `${PLANE_API_GROUP}/${PLANE_API_VERSION}`,
    kind,
    metadata: {
      name,
      ...(namespace && !isCluster(kind) ? { namespace } : {}),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: buildSpec(registration, served),
  };
}
