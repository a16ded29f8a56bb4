export { ControlPlaneMetrics } from './ControlPlaneMetrics';
export { controlPlaneMetricsServiceRef } from './controlPlaneMetricsServiceRef';
