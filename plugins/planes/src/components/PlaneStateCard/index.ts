export { GatewayNotice } from './GatewayNotice';
export { PlaneStateCard } from './PlaneStateCard';
