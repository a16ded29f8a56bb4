import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { planeFilter } from './filters';

/** Beside what is known of a plane stands what can be found out about it now. */
export const connectionTestCard = EntityCardBlueprint.make({
  name: 'connection-test',
  params: {
    type: 'info',
    filter: planeFilter,
    loader: () =>
      import('../components/ConnectionTest').then(m => (
        <m.ConnectionTestCard />
      )),
  },
});
