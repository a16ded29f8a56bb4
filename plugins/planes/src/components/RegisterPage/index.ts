export { RegisterPage } from './RegisterPage';
export { RegistrationFlow } from './RegistrationFlow';
export type { RegistrationFlowProps } from './RegistrationFlow';
