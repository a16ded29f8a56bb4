export { IdentityStep } from './IdentityStep';
