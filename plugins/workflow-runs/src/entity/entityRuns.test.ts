import { Entity } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { entityRunsQuery } from './entityRuns';
import { anyRunsFilter, runsFilter, workflowPlaneFilter } from './filters';

function entity(
  kind: string,
  type: string,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'x', ...metadata },
    spec: { type },
  };
}

function annotated(annotations: Record<string, string>, kind = 'Component') {
  return entity(kind, 'service', { annotations });
}

describe('entityRunsQuery', () => {
  it.each([
    [
      'a component',
      annotated({
        'openchoreo.dev/project': 'shop',
        'openchoreo.dev/component': 'cart',
        'openchoreo.dev/namespace': 'acme',
        'openchoreo.dev/control-plane': 'eu',
      }),
      {
        controlPlane: ['eu'],
        namespace: ['acme'],
        project: 'shop',
        component: 'cart',
      },
    ],
    [
      'a component with labels',
      entity('Component', 'service', {
        labels: {
          'openchoreo.dev/project': 'shop',
          'openchoreo.dev/component': 'cart',
        },
      }),
      { project: 'shop', component: 'cart' },
    ],
    [
      'a system',
      annotated({ 'openchoreo.dev/project': 'shop' }, 'System'),
      { project: 'shop' },
    ],
    [
      'a workflow',
      annotated({ 'openchoreo.dev/workflow': 'ClusterWorkflow/docker' }),
      { workflow: ['ClusterWorkflow/docker'] },
    ],
    [
      'a plane',
      entity('Resource', 'workflow-plane', {
        annotations: {
          'openchoreo.dev/plane-uid': 'u',
          'openchoreo.dev/namespace': 'acme',
        },
      }),
      { plane: 'u' },
    ],
  ])('finds the runs of %s', (_, of, query) => {
    expect(entityRunsQuery(of)).toEqual(query);
    expect(evaluateFilterPredicate(anyRunsFilter, of)).toBe(true);
  });

  it.each([
    ['another component', annotated({ 'openchoreo.dev/namespace': 'acme' })],
    ['a data plane', entity('Resource', 'data-plane')],
  ])('knows no runs of %s', (_, of) => {
    expect(entityRunsQuery(of)).toBeUndefined();
    expect(evaluateFilterPredicate(anyRunsFilter, of)).toBe(false);
  });

  it('knows no runs of a plane whose uid is not known', () => {
    const plane = entity('Resource', 'build-plane');
    const matches = (filter: FilterPredicate) =>
      evaluateFilterPredicate(filter, plane);
    expect(entityRunsQuery(plane)).toBeUndefined();
    expect([workflowPlaneFilter, runsFilter].map(matches)).toEqual([
      true,
      false,
    ]);
  });
});
