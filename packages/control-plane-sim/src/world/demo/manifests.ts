import { descriptiveAnnotations } from '../planeManifest';
import { Manifest } from '../World';
import { EnvironmentSeed } from './environments';
import { CONTROL_PLANE_NAMESPACE, NamespaceSeed } from './namespaces';
import { WorkflowSeed } from './workflows';

const API_VERSION = 'openchoreo.dev/v1alpha1';

/** Splits `KIND/NAME`. */
function reference(text: string): { kind: string; name: string } {
  const [kind, name] = text.split('/');
  return { kind, name };
}

/** The namespace of an organisation, marked as OpenChoreo's API expects it. */
export function namespaceManifest(seed: NamespaceSeed): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: seed.name,
      labels: { 'openchoreo.dev/control-plane': 'true' },
      annotations: descriptiveAnnotations(seed),
    },
  };
}

/** The namespace of OpenChoreo's own programs. */
export function controlPlaneNamespace(): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: CONTROL_PLANE_NAMESPACE },
  };
}

/** An environment as OpenChoreo's samples write it. */
export function environmentManifest(seed: EnvironmentSeed): Manifest {
  const { namespace, name, dataPlane, production = false } = seed;
  return {
    apiVersion: API_VERSION,
    kind: 'Environment',
    metadata: { name, namespace, annotations: descriptiveAnnotations(seed) },
    spec: {
      ...(dataPlane && { dataPlaneRef: reference(dataPlane) }),
      isProduction: production,
    },
  };
}

/** A workflow whose run template calls one cluster workflow template after the other. */
export function workflowManifest(seed: WorkflowSeed): Manifest {
  const { namespace, name, workflowPlane, builder, steps } = seed;
  return {
    apiVersion: API_VERSION,
    kind: namespace ? 'Workflow' : 'ClusterWorkflow',
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(builder && {
        labels: { 'openchoreo.dev/workflow-type': 'component' },
      }),
      annotations: descriptiveAnnotations(seed),
    },
    spec: {
      workflowPlaneRef: reference(workflowPlane),
      ttlAfterCompletion: '7d',
      runTemplate: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        metadata: {
          // eslint-disable-next-line no-template-curly-in-string
          name: '${metadata.workflowRunName}',
          // eslint-disable-next-line no-template-curly-in-string
          namespace: '${metadata.namespace}',
        },
        spec: {
          entrypoint: 'main',
          serviceAccountName: 'workflow-sa',
          templates: [
            {
              name: 'main',
              steps: steps.map(step => [
                {
                  name: step,
                  templateRef: {
                    name: step,
                    template: step,
                    clusterScope: true,
                  },
                },
              ]),
            },
          ],
        },
      },
    },
  };
}
