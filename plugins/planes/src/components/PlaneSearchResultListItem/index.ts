export { PlaneSearchResultListItem } from './PlaneSearchResultListItem';
