export interface Config {
  openchoreo?: {
    /** Runs of workflows on workflow planes. */
    workflowRuns?: {
      /** What is read of a run in its plane's cluster: its Argo workflow. */
      timeline?: {
        /**
         * About how much memory, in mebibytes, the Argo workflows that were read last may take. They are shown while their
         * plane is offline. Default: `128`.
         */
        maxMemoryMiB?: number;
      };
      /** Running a workflow again. */
      rerun?: {
        /**
         * `false`: the portal creates no runs, whatever permissions say. For control planes that are changed through a Git
         * repository alone. Default: `true`.
         */
        enabled?: boolean;
      };
    };
  };
}
