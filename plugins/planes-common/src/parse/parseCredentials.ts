import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { asFields, Fields, fieldsOf } from './readers';

// Fields of OpenChoreo before v0.9. Only whether they are set is looked at, never their value.
const SECRET_FIELDS: readonly (readonly string[])[] = [
  ['kubernetesCluster', 'credentials', 'clientKey'],
  ['kubernetesCluster', 'auth', 'mtls', 'clientKey', 'value'],
  ['kubernetesCluster', 'auth', 'bearerToken', 'value'],
  ['observer', 'authentication', 'basicAuth', 'password'],
];

function isSet(spec: Fields, path: readonly string[]): boolean {
  const parents = path.slice(0, -1);
  const last = path[path.length - 1];
  const value = parents.reduce<Fields>(fieldsOf, spec)[last];
  return typeof value === 'string' && value !== '';
}

/** Tells whether OpenChoreo reaches the cluster with credentials rather than through an agent. */
export function usesCredentials(spec: Fields): boolean {
  if (asFields(spec.clusterAgent) || fieldsOf(spec, 'agent').enabled === true) {
    return false;
  }
  return (
    asFields(spec.kubernetesCluster) !== undefined ||
    Array.isArray(spec.registries) ||
    asFields(spec.registry) !== undefined
  );
}

/** What is to be said about credentials in a resource. */
export function credentialFindings(
  spec: Fields,
  info: PlaneKindInfo,
): Finding[] {
  if (!asFields(spec.kubernetesCluster) && !asFields(spec.observer)) {
    return [];
  }
  const exposed = SECRET_FIELDS.filter(path => isSet(spec, path)).map(
    path => `spec.${path.join('.')}`,
  );
  if (exposed.length > 0) {
    return [
      {
        code: 'credentials-in-resource',
        severity: 'warning',
        field: exposed[0],
        message: `The resource holds credentials in plain text (${exposed.join(
          ', ',
        )}), which everyone who may read a ${info.kind} can use.`,
        remedy:
          'Connect the plane through a cluster agent (OpenChoreo v0.9 or later), remove these fields and replace the credentials.',
      },
    ];
  }
  if (usesCredentials(spec)) {
    return [
      {
        code: 'credentials-in-resource',
        severity: 'info',
        field: 'spec.kubernetesCluster',
        message:
          'OpenChoreo reaches this cluster with stored credentials, as releases before v0.9 did, and reports nothing about it.',
        remedy:
          'Connect the plane through a cluster agent (OpenChoreo v0.9 or later).',
      },
    ];
  }
  return [];
}
