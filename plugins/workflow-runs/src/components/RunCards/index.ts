export { LatestRunsCard } from './LatestRunsCard';
export { RunsInProgressCard } from './RunsInProgressCard';
