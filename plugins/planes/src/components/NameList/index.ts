export { NameList } from './NameList';
export type { NamedItem, NameListProps } from './NameList';
export { PlaneLinkList } from './PlaneLinkList';
