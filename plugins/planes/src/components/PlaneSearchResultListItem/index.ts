export { PlaneSearchResultListItem } from './PlaneSearchResultListItem';
export type { PlaneSearchResultListItemProps } from './PlaneSearchResultListItem';
