import { Finding } from '../model/finding';
import {
  isPlaneKind,
  PLANE_API_GROUP,
  PlaneKindInfo,
  planeKindInfo,
} from '../model/kinds';
import { NotAPlane, Plane, PlaneParseResult } from '../model/plane';
import { isValidPlaneID } from '../model/planeID';
import { inOurTime } from './inOurTime';
import { parseAgentCA } from './parseAgentCA';
import { credentialFindings, usesCredentials } from './parseCredentials';
import { parseGateway } from './parseGateway';
import { parseMetadata, PlaneMetadata } from './parseMetadata';
import {
  observabilityPlaneRefFindings,
  parseObservabilityPlaneRef,
} from './parseObservability';
import { parseObserverURLs } from './parseObserverURLs';
import { parsePlaneID, planeIDFindings } from './parsePlaneID';
import { parseRegistries } from './parseRegistries';
import { parseStatus } from './parseStatus';
import { asFields, Fields, fieldsOf, readName, readText } from './readers';

/** Where an object was read. @public */
export interface ParsePlaneContext {
  /** The name of the control plane, as configured in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
  /**
   * How far its clock is ahead of ours, in milliseconds; 0 unless given. The times of the plane are told by our clock, so that
   * what is compared with the time here is neither too old nor of the future.
   */
  readonly aheadMs?: number;
}

function fail(error: NotAPlane): PlaneParseResult {
  return { ok: false, error };
}

function specAbsent(info: PlaneKindInfo, name: string): Finding {
  return {
    code: 'spec-absent',
    severity: 'error',
    field: 'spec',
    message: `The ${info.kind} "${name}" has no spec, so no agent CA is configured and no agent is authorised for it.`,
    remedy: 'Add a spec with planeID and clusterAgent.clientCA.',
  };
}

function buildPlane(
  resource: Fields,
  metadata: PlaneMetadata,
  info: PlaneKindInfo,
  context: ParsePlaneContext,
): Plane {
  const { name, namespace } = metadata;
  const spec = fieldsOf(resource, 'spec');
  const status = parseStatus(fieldsOf(resource, 'status'));
  const planeID = parsePlaneID(spec, name);
  const access = usesCredentials(spec) ? 'credentials' : 'agent';
  const isBeforeV09 = asFields(spec.agent) && !asFields(spec.clusterAgent);
  const ca = parseAgentCA(spec, isBeforeV09 ? 'agent' : 'clusterAgent', info);
  const urls = parseObserverURLs(spec, info);
  const observabilityPlaneRef =
    info.planeType === 'observability'
      ? undefined
      : parseObservabilityPlaneRef(spec);
  return {
    ref: {
      controlPlane: context.controlPlane,
      kind: info.kind,
      namespace,
      name,
    },
    uid: metadata.uid,
    resourceVersion: metadata.resourceVersion,
    generation: metadata.generation,
    observedGeneration: status.observedGeneration,
    creationTimestamp: metadata.creationTimestamp,
    deletionTimestamp: metadata.deletionTimestamp,
    finalizers: metadata.finalizers,
    planeType: info.planeType,
    gatewayPlaneType: info.gatewayPlaneType,
    access,
    planeID,
    planeIDValid: isValidPlaneID(planeID),
    displayName: metadata.displayName,
    description: metadata.description,
    owner: metadata.owner,
    agentCA: ca.agentCA,
    secretStore: readName(fieldsOf(spec, 'secretStoreRef').name),
    observabilityPlaneRef,
    registries: parseRegistries(spec),
    gatewayListeners: info.planeType === 'data' ? parseGateway(spec) : [],
    observerURL: urls.observerURL,
    rcaAgentURL: urls.rcaAgentURL,
    finOpsAgentURL: urls.finOpsAgentURL,
    conditions: status.conditions,
    agentConnection: status.agentConnection,
    findings: asFields(resource.spec)
      ? [
          ...credentialFindings(spec, info),
          ...(access === 'agent'
            ? [...ca.findings, ...planeIDFindings(spec, name, info)]
            : []),
          ...observabilityPlaneRefFindings(observabilityPlaneRef, info),
          ...urls.findings,
        ]
      : [specAbsent(info, name)],
  };
}

/**
 * Reads a plane resource of any OpenChoreo release.
 *
 * @remarks
 * Tolerant: a field of the wrong type counts as absent and leaves the others alone. Only known
 * fields are read, so secrets, the last-applied annotation and managed fields never become part of
 * the result. What the resource itself tells to be wrong is in `plane.findings`.
 *
 * @param object - the resource as parsed from JSON; anything is allowed
 * @returns the plane, or why the object is none. Never throws.
 * @public
 */
export function parsePlane(
  object: unknown,
  context: ParsePlaneContext,
): PlaneParseResult {
  const resource = asFields(object);
  if (!resource) {
    return fail({ reason: 'not-an-object' });
  }
  const { apiVersion, kind } = resource;
  if (
    typeof apiVersion !== 'string' ||
    !apiVersion.startsWith(`${PLANE_API_GROUP}/`)
  ) {
    return fail({
      reason: 'other-group',
      apiVersion: readText(apiVersion, 253) ?? '',
    });
  }
  if (!isPlaneKind(kind)) {
    return fail({ reason: 'other-kind', kind: readText(kind, 63) ?? '' });
  }
  const info = planeKindInfo(kind);
  const metadata = parseMetadata(fieldsOf(resource, 'metadata'), info);
  if ('reason' in metadata) {
    return fail(metadata);
  }
  const plane = buildPlane(resource, metadata, info, context);
  return { ok: true, plane: inOurTime(plane, context.aheadMs ?? 0) };
}
