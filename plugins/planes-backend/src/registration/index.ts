export { createRegistration } from './createRegistration';
export { createRegistrationRouter } from './createRegistrationRouter';
export type { RegistrationRouterOptions } from './createRegistrationRouter';
