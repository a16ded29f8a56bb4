import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { filterPredicate } from './runPredicate';
import { runResourceRef } from './runResource';

/** Runs in certain Kubernetes namespaces of the control plane. @public */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow runs in the given Kubernetes namespaces',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ namespaces: z.array(z.string()) }),
  apply: ({ run }, { namespaces }) =>
    filterPredicate({ property: 'namespace', values: namespaces })(run),
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
    filterPredicate({ property: 'project', values: projects })(run),
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
    filterPredicate({ property: 'component', values: components })(run),
  toQuery: ({ components }) => ({ property: 'component', values: components }),
});

/** Runs of certain workflows, each `NAME` or `KIND/NAME`. @public */
export const ofWorkflow = createPermissionRule({
  name: 'OF_WORKFLOW',
  description: 'Allow runs of the given workflows, each as NAME or KIND/NAME',
  resourceRef: runResourceRef,
  paramsSchema: z.object({ workflows: z.array(z.string()) }),
  apply: ({ run }, { workflows }) =>
    filterPredicate({ property: 'workflow', values: workflows })(run),
  toQuery: ({ workflows }) => ({ property: 'workflow', values: workflows }),
});

/** Every rule for conditions on runs. @public */
export const runPermissionRules = {
  inNamespace,
  ofProject,
  ofComponent,
  ofWorkflow,
};
