export interface Config {
  openchoreo?: {
    /** Runs of workflows on workflow planes. */
    workflowRuns?: {};
  };
}
