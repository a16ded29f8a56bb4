import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import {
  planesApiRef,
  PlanesClient,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export const planesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: planesApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new PlanesClient({ fetchApi }),
    }),
});
