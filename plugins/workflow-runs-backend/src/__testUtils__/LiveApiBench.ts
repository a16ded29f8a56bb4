import { type ArgoObject, argoRecording } from './argoRecordings';
import { runManifest } from './runs';
import { RunsTestBackend } from './RunsTestBackend';
import { TestArgoCluster } from './TestArgoCluster';

/** The plugin with one workflow plane, for tests of what looks into its cluster. */
export class LiveApiBench {
  readonly backend = new RunsTestBackend();
  readonly cluster = new TestArgoCluster(this.backend.gateway);
  #server: Awaited<ReturnType<RunsTestBackend['start']>> | undefined;
  #count = 0;

  async start(config?: Parameters<RunsTestBackend['start']>[0]): Promise<void> {
    this.backend.planes.listAll([
      {
        kind: 'ClusterWorkflowPlane',
        metadata: { name: 'default', uid: 'plane-uid' },
        spec: { planeID: 'default', clusterAgent: { clientCA: {} } },
      },
    ]);
    this.backend.watcher.list(
      ['ClusterWorkflow'],
      [{ kind: 'ClusterWorkflow', metadata: { name: 'docker' } }],
    );
    this.#server = await this.backend.start(config);
  }

  stop(): Promise<void> {
    return this.backend.stop();
  }

  /** What sends requests to the plugin. */
  get server() {
    if (!this.#server) {
      throw new Error('Not started');
    }
    return this.#server;
  }

  /**
   * Makes a new run of a recorded Argo workflow, which takes the place of the one before in the plane's cluster.
   *
   * @returns the path of the run
   */
  run(
    recording?: string,
    change: (workflow: ArgoObject) => void = () => {},
    status: object = {},
  ): string {
    const { backend, cluster } = this;
    backend.decisions.clear();
    backend.gateway.failure = undefined;
    backend.audited.length = 0;
    cluster.pods = [];
    cluster.events = [];
    cluster.logs.clear();
    cluster.failures.clear();
    cluster.workflow = recording ? argoRecording(recording) : undefined;
    const uid = `run-${++this.#count}`;
    // Nothing that was remembered of a run before is of use for this one.
    cluster.move(workflow => {
      workflow.metadata.namespace = `workflows-of-${uid}`;
      change(workflow);
    });
    const { name, namespace } = cluster.workflow?.metadata ?? {};
    const runReference = name && {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name,
      namespace,
    };
    backend.watcher.list(
      ['WorkflowRun'],
      [
        runManifest({
          uid,
          status: { ...(runReference && { runReference }), ...status },
        }),
      ],
    );
    cluster.asked.length = 0;
    cluster.patches.length = 0;
    cluster.queries.length = 0;
    backend.gateway.requests.length = 0;
    return `/api/workflow-runs/runs/${uid}`;
  }
}
