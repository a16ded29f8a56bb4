import { Dependent } from '../api/dependentsSchema';
import { ANNOTATION_DISPLAY_NAME } from '../entity/annotations';
import { Plane, PlaneRef } from '../model/plane';
import { planeKey } from '../model/planeKey';
import {
  asFields,
  Fields,
  fieldsOf,
  readName,
  readNamespace,
  readText,
} from '../parse/readers';
import {
  PlaneFieldReference,
  resolvePlaneReference,
} from './resolvePlaneReference';
import { workflowPlaneReference } from './workflowPlaneReference';

const MAX_ITEMS_PER_KIND = 200;
const MAX_TITLE_LENGTH = 200;

/** Objects of a plane's control plane, as its API lists them. @public */
export interface DependentLists {
  readonly environments: readonly unknown[];
  readonly workflows: readonly unknown[];
  readonly clusterWorkflows: readonly unknown[];
}

/** What depends on a plane. @public */
export interface ResolvedDependents {
  /** At most 200 of each kind. */
  readonly items: Dependent[];
  /** All of them; workflows of both kinds together. */
  readonly counts: {
    readonly environments: number;
    readonly workflows: number;
  };
}

function dataPlaneReference(spec: Fields): PlaneFieldReference {
  return { families: ['DataPlane'], value: spec.dataPlaneRef };
}

const REFERENCES: Record<
  Dependent['kind'],
  (spec: Fields) => PlaneFieldReference
> = {
  Environment: dataPlaneReference,
  Workflow: workflowPlaneReference,
  ClusterWorkflow: workflowPlaneReference,
};

function asDependent(
  object: unknown,
  kind: Dependent['kind'],
  plane: Plane,
  isPresent: (ref: PlaneRef) => boolean,
): Dependent | undefined {
  const resource = asFields(object) ?? {};
  const metadata = fieldsOf(resource, 'metadata');
  const name = readName(metadata.name);
  const namespace =
    kind === 'ClusterWorkflow' ? undefined : readNamespace(metadata.namespace);
  if (
    name === undefined ||
    (namespace === undefined && kind !== 'ClusterWorkflow') ||
    typeof metadata.deletionTimestamp === 'string'
  ) {
    return undefined;
  }
  const { controlPlane } = plane.ref;
  const reference = REFERENCES[kind](fieldsOf(resource, 'spec'));
  const resolved = resolvePlaneReference(
    { controlPlane, namespace, ...reference },
    isPresent,
  );
  if (!resolved || planeKey(resolved.ref) !== planeKey(plane.ref)) {
    return undefined;
  }
  const displayName = fieldsOf(metadata, 'annotations')[
    ANNOTATION_DISPLAY_NAME
  ];
  const title = readText(displayName, MAX_TITLE_LENGTH) ?? name;
  return { kind, namespace, name, title, explicit: resolved.explicit };
}

/**
 * The environments and workflows that depend on a plane.
 *
 * @remarks
 * Tolerant: what is malformed or being deleted is left out. Never throws.
 *
 * @param lists - of the plane's own control plane, of any release
 * @param isPresent - whether a plane exists, which decides where a resource without a reference falls to
 * @public
 */
export function resolveDependents(
  plane: Plane,
  lists: DependentLists,
  isPresent: (ref: PlaneRef) => boolean,
): ResolvedDependents {
  const dependents = (objects: readonly unknown[], kind: Dependent['kind']) =>
    objects
      .map(object => asDependent(object, kind, plane, isPresent))
      .filter(dependent => dependent !== undefined);
  const environments = dependents(lists.environments, 'Environment');
  const workflows = dependents(lists.workflows, 'Workflow');
  const clusterWorkflows = dependents(
    lists.clusterWorkflows,
    'ClusterWorkflow',
  );
  return {
    items: [environments, workflows, clusterWorkflows].flatMap(found =>
      found.slice(0, MAX_ITEMS_PER_KIND),
    ),
    counts: {
      environments: environments.length,
      workflows: workflows.length + clusterWorkflows.length,
    },
  };
}
