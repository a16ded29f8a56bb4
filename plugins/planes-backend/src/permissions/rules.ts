import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { planeResourceRef } from './planeResource';

/** Planes of certain types. @public */
export const isPlaneType = createPermissionRule({
  name: 'IS_PLANE_TYPE',
  description: 'Allow planes of the given types: data, workflow, observability',
  resourceRef: planeResourceRef,
  paramsSchema: z.object({
    planeTypes: z.array(z.enum(['data', 'workflow', 'observability'])),
  }),
  apply: ({ plane }, { planeTypes }) => planeTypes.includes(plane.planeType),
  toQuery: ({ planeTypes }) => ({ property: 'planeType', values: planeTypes }),
});

/** Planes in certain Kubernetes namespaces; never those of Cluster kinds. @public */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow planes in the given Kubernetes namespaces',
  resourceRef: planeResourceRef,
  paramsSchema: z.object({ namespaces: z.array(z.string()) }),
  apply: ({ plane }, { namespaces }) =>
    plane.ref.namespace !== undefined &&
    namespaces.includes(plane.ref.namespace),
  toQuery: ({ namespaces }) => ({ property: 'namespace', values: namespaces }),
});

/** Planes owned by the caller, or by a group of theirs. @public */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow planes owned by one of the given entities',
  resourceRef: planeResourceRef,
  paramsSchema: z.object({ claims: z.array(z.string()) }),
  apply: ({ owner }, { claims }) => claims.includes(owner),
  toQuery: ({ claims }) => ({ property: 'owner', values: claims }),
});

/** Every rule for conditions on planes. @public */
export const planePermissionRules = { isPlaneType, inNamespace, isOwner };
