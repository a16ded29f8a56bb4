import {
  type PlaneFieldReference,
  workflowPlaneReference,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  FollowedKind,
  FollowedRef,
  ReadResult,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { z } from 'zod';

const KINDS = [
  'Workflow',
  'ClusterWorkflow',
  /** Names the build plane of its runs in OpenChoreo v0.15 and v0.16. */
  'Project',
] as const;

/** What decides on which plane runs run; component workflows of older releases do not. */
export type WorkflowKind = (typeof KINDS)[number];

/** A workflow, or a project, as far as the planes of its runs depend on it. */
export interface WorkflowFacts {
  readonly ref: FollowedRef<WorkflowKind>;
  readonly uid: string;
  /** The plane that it refers to; its value is undefined where it names none. */
  readonly plane: PlaneFieldReference;
}

/** The kinds to follow. */
export const WORKFLOW_KINDS: readonly FollowedKind<WorkflowKind>[] = [
  { kind: 'Workflow', plural: 'workflows', scope: 'Namespaced' },
  { kind: 'ClusterWorkflow', plural: 'clusterworkflows', scope: 'Cluster' },
  { kind: 'Project', plural: 'projects', scope: 'Namespaced' },
];

const MAX_NAME_LENGTH = 253;
const name = z.string().min(1).max(MAX_NAME_LENGTH);
const reference = z
  .union([
    // A string before v0.15, an object since.
    name,
    z.object({ kind: name.optional(), name: name.optional() }),
  ])
  .optional()
  .catch(undefined);

// What else there is, such as the template of the whole Argo workflow, is not worth the memory.
const schema = z.object({
  kind: z.enum(KINDS),
  metadata: z.object({
    name,
    namespace: name.optional(),
    uid: z.string().min(1).max(128),
  }),
  spec: z
    .object({ workflowPlaneRef: reference, buildPlaneRef: reference })
    .catch({}),
});

/** Reads an object of one of the kinds, tolerant of everything but its identity. */
export function readWorkflow(
  object: unknown,
  { controlPlane }: { readonly controlPlane: string },
): ReadResult<WorkflowFacts> {
  const { data, error } = schema.safeParse(object);
  if (!data) {
    const fields = error.issues.map(({ path }) => path.join('.'));
    return { ok: false, error: { reason: 'not-a-workflow', fields } };
  }
  const { kind, metadata, spec } = data;
  const plane: PlaneFieldReference =
    kind === 'Project'
      ? { families: ['BuildPlane'], value: spec.buildPlaneRef }
      : workflowPlaneReference(spec);
  return {
    ok: true,
    item: {
      ref: {
        controlPlane,
        kind,
        ...(kind !== 'ClusterWorkflow' && { namespace: metadata.namespace }),
        name: metadata.name,
      },
      uid: metadata.uid,
      plane,
    },
  };
}

/** Whether the planes of runs are the same by both. */
export function isSameWorkflow(
  previous: WorkflowFacts,
  next: WorkflowFacts,
): boolean {
  return (
    previous.uid === next.uid &&
    JSON.stringify(previous.plane) === JSON.stringify(next.plane)
  );
}
