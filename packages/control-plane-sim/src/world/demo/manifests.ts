import { descriptiveAnnotations } from '../planeManifest';
import { Manifest } from '../World';
import { ComponentSeed, ComponentTypeSeed } from './components';
import { EnvironmentSeed } from './environments';
import { CONTROL_PLANE_NAMESPACE, NamespaceSeed } from './namespaces';
import { WorkflowSeed } from './workflows';
import { cel } from '../../controllers/workflowRuns/render/cel';

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

/** A workflow whose run template is an Argo workflow of the run's name. */
export function workflowManifest(seed: WorkflowSeed): Manifest {
  const { namespace, name, workflowPlane, builder, parameters } = seed;
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
      ttlAfterCompletion: seed.ttlAfterCompletion,
      ...(parameters && { parameters: { openAPIV3Schema: parameters } }),
      runTemplate: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        metadata: {
          name: cel('metadata.workflowRunName'),
          namespace: cel('metadata.namespace'),
        },
        spec: seed.spec,
      },
      ...(seed.resources && { resources: seed.resources }),
    },
  };
}

/** A type of components, and the workflows that may build them. */
export function componentTypeManifest(seed: ComponentTypeSeed): Manifest {
  const { namespace, name, workflows } = seed;
  return {
    apiVersion: API_VERSION,
    kind: namespace ? 'ComponentType' : 'ClusterComponentType',
    metadata: { name, ...(namespace && { namespace }) },
    spec: {
      workloadType: 'deployment',
      allowedWorkflows: workflows.map(reference),
    },
  };
}

/** A component that runs build. */
export function componentManifest(seed: ComponentSeed): Manifest {
  const { namespace, name, project, type, workflow } = seed;
  const { kind, name: typeName } = reference(type);
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: { name, namespace, annotations: descriptiveAnnotations(seed) },
    spec: {
      owner: { projectName: project },
      componentType: { kind, name: `deployment/${typeName}` },
      workflow: reference(workflow),
    },
  };
}
