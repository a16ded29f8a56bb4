import {
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
