import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { connectionTestCard } from './connectionTest';
import { planeClusterFilter, planeFilter } from './filters';

const stateCard = EntityCardBlueprint.make({
  name: 'state',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/PlaneStateCard').then(m => <m.PlaneStateCard />),
  },
});

const findingsCard = EntityCardBlueprint.make({
  name: 'findings',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/FindingsCard').then(m => <m.FindingsCard />),
  },
});

const dependentsCard = EntityCardBlueprint.make({
  name: 'dependents',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/DependentsCard').then(m => <m.DependentsCard />),
  },
});

const relatedPlanesCard = EntityCardBlueprint.make({
  name: 'related-planes',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/RelatedPlanesCard').then(m => (
        <m.RelatedPlanesCard />
      )),
  },
});

const conditionsCard = EntityCardBlueprint.make({
  name: 'conditions',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/ConditionsCard').then(m => <m.ConditionsCard />),
  },
});

const factsCard = EntityCardBlueprint.make({
  name: 'facts',
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/PlaneFactsCard').then(m => <m.PlaneFactsCard />),
  },
});

const agentCACard = EntityCardBlueprint.make({
  name: 'agent-ca',
  params: {
    type: 'info',
    filter: planeFilter,
    loader: () =>
      import('../components/AgentCACard').then(m => <m.AgentCACard />),
  },
});

const planeClusterCard = EntityCardBlueprint.make({
  name: 'plane-cluster',
  params: {
    filter: planeClusterFilter,
    loader: () =>
      import('../components/PlaneClusterCard').then(m => (
        <m.PlaneClusterCard />
      )),
  },
});

/** In the order in which they are shown, unless the configuration says otherwise. */
export const entityCards = [
  stateCard,
  findingsCard,
  dependentsCard,
  relatedPlanesCard,
  conditionsCard,
  factsCard,
  connectionTestCard,
  agentCACard,
  planeClusterCard,
];
