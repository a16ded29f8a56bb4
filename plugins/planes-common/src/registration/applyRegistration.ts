import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_OWNER,
} from '../entity/annotations';
import { asFields, Fields, fieldsOf } from '../parse/readers';
import { ManifestFields, writtenPem } from './manifestFields';
import { buildPlaneManifest } from './planeManifest';
import { PlaneRegistration } from './PlaneRegistration';
import { ServedPlaneKind } from './ServedPlaneKind';

/** The fields that a registration decides about, down to those that it gives or takes away in whole. */
interface Owned {
  readonly [field: string]: true | Owned;
}

function own(...fields: string[]): Owned {
  return Object.fromEntries(fields.map(field => [field, true]));
}

const LISTENER = own('port', 'host', 'listenerName');
const ENDPOINT: Owned = {
  ...own('name', 'namespace'),
  http: LISTENER,
  https: LISTENER,
  tls: LISTENER,
};
const EXPOSURES: Owned = { external: ENDPOINT, internal: ENDPOINT };

function flatFields(prefix: string): string[] {
  return [
    'VirtualHost',
    'HTTPPort',
    'HTTPSPort',
    'GatewayName',
    'GatewayNamespace',
  ].map(suffix => `${prefix}${suffix}`);
}

const OWNED_SPEC: Owned = {
  ...own('planeID', 'observabilityPlaneRef', 'imagePullSecretRefs'),
  ...own('observerURL', 'rcaAgentURL', 'finOpsAgentURL'),
  clusterAgent: { clientCA: own('value', 'secretKeyRef', 'secretRef') },
  secretStoreRef: own('name'),
  gateway: {
    ...own(...flatFields('public'), ...flatFields('organization')),
    ingress: EXPOSURES,
    egress: EXPOSURES,
  },
};

const OWNED_ANNOTATIONS = own(
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_DESCRIPTION,
  ANNOTATION_OWNER,
);

/** What is there with the owned fields as they are wanted; undefined where nothing is left of it. */
function replaceOwned(
  present: unknown,
  wanted: unknown,
  owned: true | Owned,
): unknown {
  const fields = asFields(present) ?? {};
  if (owned === true || (wanted !== undefined && !asFields(wanted))) {
    return wanted;
  }
  const wantedFields = asFields(wanted) ?? {};
  const result: ManifestFields = { ...fields };
  for (const [field, below] of Object.entries(owned)) {
    const value = replaceOwned(fields[field], wantedFields[field], below);
    if (value === undefined) {
      delete result[field];
    } else {
      result[field] = value;
    }
  }
  const isEmptied = Object.keys(result).length === 0 && wanted === undefined;
  return isEmptied ? undefined : result;
}

/** An agent CA that differs in nothing but white space stays as it was, so that no change is made without need. */
function keepWrittenPem(present: Fields, spec: Fields): Fields {
  const clientCA = (of: Fields) =>
    fieldsOf(fieldsOf(of, 'clusterAgent'), 'clientCA');
  const before = clientCA(present).value;
  const after = clientCA(spec).value;
  return typeof before === 'string' &&
    typeof after === 'string' &&
    writtenPem(before) === writtenPem(after)
    ? {
        ...spec,
        clusterAgent: {
          ...fieldsOf(spec, 'clusterAgent'),
          clientCA: { ...clientCA(spec), value: before },
        },
      }
    : spec;
}

/**
 * The resource with what a registration says of it, and all else as it was: labels, further annotations, finalizers,
 * fields of `spec` that registrations do not have, `resourceVersion`.
 *
 * @param object - the resource as the API server gave it; not changed
 * @public
 */
export function applyRegistration(
  object: object,
  registration: PlaneRegistration,
  served: ServedPlaneKind,
): object {
  const resource = asFields(object) ?? {};
  const metadata = fieldsOf(resource, 'metadata');
  const presentSpec = fieldsOf(resource, 'spec');
  const manifest = buildPlaneManifest(registration, served);
  const spec = replaceOwned(presentSpec, manifest.spec, OWNED_SPEC);
  const annotations = replaceOwned(
    metadata.annotations,
    manifest.metadata.annotations,
    OWNED_ANNOTATIONS,
  );
  const { annotations: _, ...otherMetadata } = metadata;
  return {
    ...resource,
    metadata: {
      ...otherMetadata,
      ...(annotations === undefined ? {} : { annotations }),
    },
    spec: keepWrittenPem(presentSpec, asFields(spec) ?? {}),
  };
}
