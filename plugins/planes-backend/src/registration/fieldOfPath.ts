import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_OWNER,
  isRegistrationField,
  type PlaneRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const SIMPLE = new Map([
  ['metadata.name', 'name'],
  ['metadata.namespace', 'namespace'],
  ['spec.planeID', 'planeID'],
  ['spec.planeId', 'planeID'],
  ['spec.clusterAgent', 'agentCA.source'],
  ['spec.clusterAgent.clientCA', 'agentCA.source'],
  ['spec.clusterAgent.clientCA.value', 'agentCA.value'],
  ['spec.secretStoreRef', 'secretStore'],
  ['spec.secretStoreRef.name', 'secretStore'],
  ['spec.observabilityPlaneRef', 'observabilityPlaneRef.name'],
  ['spec.observabilityPlaneRef.kind', 'observabilityPlaneRef.kind'],
  ['spec.observabilityPlaneRef.name', 'observabilityPlaneRef.name'],
  ['spec.observerURL', 'observerURL'],
  ['spec.rcaAgentURL', 'rcaAgentURL'],
  ['spec.finOpsAgentURL', 'finOpsAgentURL'],
  ['spec.imagePullSecretRefs', 'imagePullSecretRefs'],
]);
const SECRET_REF =
  /^spec\.clusterAgent\.clientCA\.(?:secretKeyRef|secretRef)(?:\.(name|key|namespace))?$/;
const ANNOTATIONS = new Map([
  [ANNOTATION_DISPLAY_NAME, 'displayName'],
  [ANNOTATION_DESCRIPTION, 'description'],
  [ANNOTATION_OWNER, 'owner'],
]);

/**
 * The registration's field that a path of the plane's resource was written from.
 *
 * @param path - as the API server gives it, for example `spec.gateway.ingress.external.http.port`
 */
export function fieldOfPlanePath(
  path: string,
  { agentCA }: Partial<PlaneRegistration>,
): string | undefined {
  const plain = path.replace(/\[\d+\].*$/, '');
  const secret = SECRET_REF.exec(plain);
  if (secret) {
    const where = agentCA?.source === 'inline' ? 'storeIn' : 'secretKeyRef';
    return `agentCA.${where}.${secret[1] ?? 'name'}`;
  }
  const annotation = /^metadata\.annotations[.[]"?([^"\]]+)/.exec(path)?.[1];
  return (
    SIMPLE.get(plain) ??
    ANNOTATIONS.get(annotation ?? '') ??
    gatewayField(plain)
  );
}

/** The registration's field that a path of the Secret for the agent CA was written from. */
export function fieldOfSecretPath(path: string): string | undefined {
  if (path === 'metadata.name' || path === 'metadata.namespace') {
    return path.replace('metadata', 'agentCA.storeIn');
  }
  return /^(?:data|stringData)\b/.test(path)
    ? 'agentCA.storeIn.key'
    : undefined;
}

/** A whole endpoint stands for its name, a whole listener for its port. */
function gatewayField(path: string): string | undefined {
  const field = path.replace(/^spec\./, '');
  return field.startsWith('gateway.')
    ? [field, `${field}.name`, `${field}.port`].find(isRegistrationField)
    : undefined;
}
