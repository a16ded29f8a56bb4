import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const ID = 'openchoreo:plane:register';

function example(description: string, input: object): TemplateExample {
  const steps = [{ id: 'plane', action: ID, name: description, input }];
  return { description, example: stringify({ steps }, { lineWidth: 0 }) };
}

/** How the action is used in templates. */
export const examples: TemplateExample[] = [
  example('Render the manifest of a data plane for a pull request', {
    kind: 'ClusterDataPlane',
    name: '${{ parameters.name }}',
    planeID: '${{ parameters.name }}',
    agentCA: { value: '${{ parameters.agentCA }}' },
    secretStore: 'default',
    targetPath: 'planes/${{ parameters.name }}.yaml',
  }),
  example('Register a workflow plane whose agent CA is in a Secret', {
    kind: 'WorkflowPlane',
    namespace: 'acme',
    name: 'ci',
    agentCA: { secretKeyRef: { name: 'ci-agent-ca', key: 'ca.crt' } },
    apply: true,
  }),
];
