export { AgentCACard } from './AgentCACard';
export { Validity } from './Validity';
export type { ValidityProps } from './Validity';
