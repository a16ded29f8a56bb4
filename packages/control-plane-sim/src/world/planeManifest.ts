import { simulatedPlaneKind } from '../controllers/planeKinds';
import { AgentCa } from './certificates';
import { CONTROL_PLANE_NAMESPACE } from './demo/namespaces';
import { PlaneSeed } from './PlaneSeed';
import { Manifest } from './World';

const API_VERSION = 'openchoreo.dev/v1alpha1';
const CA_KEY = 'ca.crt';
/** Held by a teardown that never ends; no controller of OpenChoreo knows it. */
const FOREIGN_FINALIZER = 'storage.vandelay.example/yard-cameras';

/** What a person reads about an object, as OpenChoreo annotates it. */
export function descriptiveAnnotations(object: {
  readonly title: string;
  readonly description?: string;
}): Record<string, string> {
  return {
    'openchoreo.dev/display-name': object.title,
    ...(object.description && {
      'openchoreo.dev/description': object.description,
    }),
  };
}

function secretReference(seed: PlaneSeed, namespace?: string) {
  const reference = {
    name: `${seed.name}-agent-ca`,
    key: CA_KEY,
    ...(namespace && { namespace }),
  };
  // The field was renamed when build planes became workflow planes.
  return seed.kind.endsWith('BuildPlane')
    ? { secretRef: reference }
    : { secretKeyRef: reference };
}

function secretNamespace(seed: PlaneSeed): string {
  return seed.namespace ?? CONTROL_PLANE_NAMESPACE;
}

/** `spec.clusterAgent.clientCA` of a plane. */
function clientCa(seed: PlaneSeed, ca: AgentCa): object {
  switch (seed.agentCa) {
    case 'base64':
      return { value: Buffer.from(ca.pem).toString('base64') };
    case 'secret':
    case 'missing-secret':
      return secretReference(seed, secretNamespace(seed));
    case 'secret-without-namespace':
      return secretReference(seed);
    default:
      return { value: ca.pem };
  }
}

/** The resource of a plane, with the finalizer and the fields that its controller would have added. */
export function planeManifest(seed: PlaneSeed, ca: AgentCa): Manifest {
  const { kind, namespace, name, planeID, spec } = seed;
  const { finalizer, writesGateway } = simulatedPlaneKind(kind);
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      annotations: {
        ...descriptiveAnnotations(seed),
        ...(seed.owner && { 'backstage.io/owner': seed.owner }),
      },
      finalizers: [
        finalizer,
        ...(seed.deletion === 'held' ? [FOREIGN_FINALIZER] : []),
      ],
    },
    spec: {
      ...(planeID && { planeID }),
      clusterAgent: { clientCA: clientCa(seed, ca) },
      ...(writesGateway && { gateway: {} }),
      ...spec,
    },
  };
}

/** The Secret that a plane takes its CA from, where it does and the secret exists. */
export function agentCaSecret(
  seed: PlaneSeed,
  ca: AgentCa,
): Manifest | undefined {
  return seed.agentCa === 'secret'
    ? {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: `${seed.name}-agent-ca`,
          namespace: secretNamespace(seed),
        },
        type: 'Opaque',
        data: { [CA_KEY]: Buffer.from(ca.pem).toString('base64') },
      }
    : undefined;
}

/** The edit that broke a plane, where one did. */
export function breakingEdit(seed: PlaneSeed): object | undefined {
  return seed.life.state === 'stale' && seed.life.brokenBy
    ? {
        spec: {
          clusterAgent: {
            // A merge patch removes what is null.
            clientCA: {
              value: null,
              ...secretReference(seed, secretNamespace(seed)),
            },
          },
        },
      }
    : undefined;
}
