export { AgentStep } from './AgentStep';
