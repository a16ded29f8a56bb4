export { AgentCACard } from './AgentCACard';
