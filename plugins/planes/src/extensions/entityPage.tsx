import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
  EntityHeaderLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { planeFilter } from './filters';

export const planeEntityHeader = EntityHeaderLayoutBlueprint.make({
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/PlaneEntityHeader').then(m => m.PlaneEntityHeader),
  },
});

export const planeOverviewLayout = EntityContentLayoutBlueprint.make({
  params: {
    filter: planeFilter,
    loader: () =>
      import('../components/PlaneOverviewLayout').then(
        m => m.PlaneOverviewLayout,
      ),
  },
});

export const planeHistoryContent = EntityContentBlueprint.make({
  name: 'history',
  params: {
    path: 'history',
    title: 'History',
    filter: planeFilter,
    loader: () =>
      import('../components/PlaneHistory').then(m => <m.PlaneHistory />),
  },
});
