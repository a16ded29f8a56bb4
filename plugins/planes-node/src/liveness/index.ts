export { LivenessPoller } from './LivenessPoller';
