import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { fulfils } from './runPredicate';
import { runResourceRef } from './runResource';

/** Runs in certain Kubernetes namespaces of the control plane. @public */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow runs in the given Kubernetes namespaces',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ namespaces: z.array(z.string()) }),
  apply: ({ run }, { namespaces }) =>
    fulfils(run, { property: 'namespace', values: namespaces }),
  toQuery: ({ namespaces }) => ({ property: 'namespace', values: namespaces }),
});

/** Runs of certain projects, each `NAME` or `NAMESPACE/NAME`. @public */
export const ofProject = createPermissionRule({
  name: 'OF_PROJECT',
  description:
    'Allow runs of the given projects, each as NAME or NAMESPACE/NAME',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ projects: z.array(z.string()) }),
  apply: ({ run }, { projects }) =>
    fulfils(run, { property: 'project', values: projects }),
  toQuery: ({ projects }) => ({ property: 'project', values: projects }),
});

/** Runs of certain components, each `NAME` or `NAMESPACE/NAME`. @public */
export const ofComponent = createPermissionRule({
  name: 'OF_COMPONENT',
  description:
    'Allow runs of the given components, each as NAME or NAMESPACE/NAME',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ components: z.array(z.string()) }),
  apply: ({ run }, { components }) =>
    fulfils(run, { property: 'component', values: components }),
  toQuery: ({ components }) => ({ property: 'component', values: components }),
});

/** Runs of certain workflows, each `NAME` or `KIND/NAME`. @public */
export const ofWorkflow = createPermissionRule({
  name: 'OF_WORKFLOW',
  description: 'Allow runs of the given workflows, each as NAME or KIND/NAME',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ workflows: z.array(z.string()) }),
  apply: ({ run }, { workflows }) =>
    fulfils(run, { property: 'workflow', values: workflows }),
  toQuery: ({ workflows }) => ({ property: 'workflow', values: workflows }),
});

/** Every rule for conditions on runs. @public */
export const runPermissionRules = {
  inNamespace,
  ofProject,
  ofComponent,
  ofWorkflow,
};
