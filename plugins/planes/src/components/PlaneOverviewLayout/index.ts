export { PlaneOverviewLayout } from './PlaneOverviewLayout';
