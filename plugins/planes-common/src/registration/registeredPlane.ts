import { readCertificates } from '../certificates/readCertificates';
import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_OWNER,
} from '../entity/annotations';
import { isPlaneKind, PLANE_API_GROUP, PlaneKind } from '../model/kinds';
import { SecretKeyRef } from '../model/plane';
import { asFields, Fields, fieldsOf } from '../parse/readers';
import { redact } from '../parse/redact';
import { PlaneRegistration, RegistrationAgentCA } from './PlaneRegistration';
import { registeredGateway } from './registeredGateway';

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A text for people or browsers, in which nobody should have put a credential. */
function publicText(value: unknown): string | undefined {
  const given = text(value);
  return given === undefined ? undefined : redact(given);
}

function secretKeyRef(clientCA: Fields): SecretKeyRef | undefined {
  // OpenChoreo before v1.0 called it secretRef.
  const fields =
    asFields(clientCA.secretKeyRef) ?? asFields(clientCA.secretRef);
  const name = text(fields?.name);
  const key = text(fields?.key);
  const namespace = text(fields?.namespace);
  return name === undefined && key === undefined
    ? undefined
    : {
        name: name ?? '',
        key: key ?? '',
        ...(namespace ? { namespace } : {}),
      };
}

/** The inline text comes first, as it does for the cluster gateway. */
function agentCA(clusterAgent: Fields): RegistrationAgentCA | undefined {
  const clientCA = fieldsOf(clusterAgent, 'clientCA');
  const value = text(clientCA.value);
  if (value !== undefined) {
    return readCertificates(value).containsPrivateKey
      ? undefined
      : { source: 'inline', value };
  }
  const ref = secretKeyRef(clientCA);
  return ref && { source: 'secret', secretKeyRef: ref };
}

function observabilityPlaneRef(
  spec: Fields,
  kind: PlaneKind,
): PlaneRegistration['observabilityPlaneRef'] {
  // A string from v0.8 to v0.14, which stands for a plane of the same scope.
  const fields = asFields(spec.observabilityPlaneRef) ?? {
    name: spec.observabilityPlaneRef,
  };
  const name = text(fields.name);
  const ofSameScope = kind.startsWith('Cluster')
    ? 'ClusterObservabilityPlane'
    : 'ObservabilityPlane';
  const refKind = text(fields.kind) ?? ofSameScope;
  return name !== undefined &&
    (refKind === 'ObservabilityPlane' ||
      refKind === 'ClusterObservabilityPlane')
    ? { kind: refKind, name }
    : undefined;
}

function imagePullSecretRefs(spec: Fields): string[] | undefined {
  const { imagePullSecretRefs: refs } = spec;
  const names = Array.isArray(refs) ? refs.flatMap(ref => text(ref) ?? []) : [];
  return names.length > 0 ? names : undefined;
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  const given = { ...values };
  for (const name in given) {
    if (given[name] === undefined) {
      delete given[name];
    }
  }
  return given;
}

/**
 * Reads the resource of a plane as the registration that makes it.
 *
 * @remarks
 * Only fields that a registration has; keys, credentials and anything else stay behind. Values are as the resource has
 * them, even where a registration may not have them; where they are of another type, they are left out.
 *
 * @returns undefined for an object that is no plane, or whose agents are not configured as since v0.9
 * @public
 */
export function registrationOfResource(
  object: unknown,
  options: { controlPlane: string },
): Partial<PlaneRegistration> | undefined {
  const resource = asFields(object) ?? {};
  const { apiVersion, kind } = resource;
  const spec = fieldsOf(resource, 'spec');
  const clusterAgent = asFields(spec.clusterAgent);
  const isOfGroup = text(apiVersion)?.startsWith(`${PLANE_API_GROUP}/`);
  if (!isOfGroup || !isPlaneKind(kind) || !clusterAgent) {
    return undefined;
  }
  const metadata = fieldsOf(resource, 'metadata');
  const annotations = fieldsOf(metadata, 'annotations');
  return withoutUndefined({
    controlPlane: options.controlPlane,
    kind,
    namespace: text(metadata.namespace),
    name: text(metadata.name),
    displayName: publicText(annotations[ANNOTATION_DISPLAY_NAME]),
    description: publicText(annotations[ANNOTATION_DESCRIPTION]),
    owner: text(annotations[ANNOTATION_OWNER]),
    planeID: text(spec.planeID),
    agentCA: agentCA(clusterAgent),
    secretStore: text(fieldsOf(spec, 'secretStoreRef').name),
    observabilityPlaneRef: observabilityPlaneRef(spec, kind),
    observerURL: publicText(spec.observerURL),
    rcaAgentURL: publicText(spec.rcaAgentURL),
    finOpsAgentURL: publicText(spec.finOpsAgentURL),
    gateway: registeredGateway(fieldsOf(spec, 'gateway')),
    imagePullSecretRefs: imagePullSecretRefs(spec),
  });
}
