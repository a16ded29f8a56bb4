import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { RiStackLine } from '@remixicon/react';
import { isPlaneSearchResult } from '../search/planeDocument';

export const planeSearchResultListItem = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiStackLine />,
    predicate: isPlaneSearchResult,
    component: () =>
      import('../components/PlaneSearchResultListItem').then(
        m => m.PlaneSearchResultListItem,
      ),
  },
});
