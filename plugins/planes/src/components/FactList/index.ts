export { Code } from './Code';
export { Fact } from './Fact';
export type { FactProps } from './Fact';
export { FactList } from './FactList';
export type { FactListProps } from './FactList';
