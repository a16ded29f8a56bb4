import { useEntity, useStarredEntity } from '@backstage/plugin-catalog-react';

/** Whether the entity is among the user's favourites, and how to change that. */
export interface Star {
  starred: boolean;
  label: string;
  toggle: () => void;
}

/** Whether the entity of the page is among the user's favourites. */
export function useStar(): Star {
  const { entity } = useEntity();
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entity);
  return {
    starred: isStarredEntity,
    label: isStarredEntity ? 'Remove from favorites' : 'Add to favorites',
    toggle: () => toggleStarredEntity(),
  };
}
