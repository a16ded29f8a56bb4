export { ControlPlaneProblems } from './ControlPlaneProblems';
export type { ControlPlaneProblemsProps } from './ControlPlaneProblems';
