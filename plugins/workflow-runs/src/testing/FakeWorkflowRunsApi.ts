import { NotFoundError } from '@backstage/errors';
import {
  EventsResponse,
  LogsQuery,
  LogsResponse,
  NodeResponse,
  queryRuns,
  RerunRequest,
  RerunResponse,
  RunAction,
  RunActionResponse,
  RunBaseline,
  RunResponse,
  RunSourceStatus,
  RunsQuery,
  RunsResponse,
  runsResponseSchema,
  RunView,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  WorkflowRunsApi,
  WorkflowRunsRequestOptions,
} from '../api/WorkflowRunsApi';
import { runSourceFixture, timelineFixture } from './fixtures';

/** A run as the backend has it, by what the API tells of it. */
function listed(view: RunView) {
  const run = { ...view, resourceVersion: '1', parameters: {} };
  return { run, planeUid: view.plane?.uid, view };
}

/** {@link WorkflowRunsApi} over runs that a test provides. */
export class FakeWorkflowRunsApi implements WorkflowRunsApi {
  /** What the backend knows now; may be replaced. */
  runs: readonly RunView[];
  sources: readonly RunSourceStatus[] = [runSourceFixture()];
  /** By uid of the run. Default: {@link timelineFixture}. */
  readonly timelines = new Map<string, TimelineResponse>();
  /** By uid of the run. Default: of no runs. */
  readonly baselines = new Map<string, RunBaseline>();
  /** By id of the node. Default: without inputs, outputs and pod. */
  readonly nodes = new Map<string, NodeResponse>();
  /** By id of the node, or what answers each query. Default: an empty log that is complete. */
  readonly logs = new Map<
    string,
    LogsResponse | ((query: LogsQuery) => LogsResponse)
  >();
  /** By id of the node, or by uid of the run. Default: none. */
  readonly events = new Map<string, EventsResponse>();
  actionResponse?: RunActionResponse;
  rerunResponse?: RerunResponse;
  /** While set, every request fails with it. */
  error?: Error;
  /** While set, requests of these methods fail. */
  errors: { [M in keyof WorkflowRunsApi]?: Error } = {};
  /** While true, requests are never answered. */
  hanging = false;
  /** The methods that were called, in order. */
  readonly requests: (keyof WorkflowRunsApi)[] = [];
  /** What lists were asked for. */
  readonly queries: RunsQuery[] = [];
  readonly logQueries: LogsQuery[] = [];
  readonly actions: { uid: string; action: RunAction; workflowUid: string }[] =
    [];
  readonly reruns: { uid: string; request: RerunRequest }[] = [];

  constructor(...runs: RunView[]) {
    this.runs = runs;
  }

  async listRuns(
    query: RunsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunsResponse> {
    this.queries.push(query);
    await this.#request('listRuns', options);
    // A list has less of each run than the run by itself.
    const { items, nextCursor, ...page } = queryRuns(
      this.runs.map(listed),
      query,
      Date.now(),
    );
    return runsResponseSchema.parse({
      ...page,
      items: items.map(({ view }) => view),
      pageInfo: { nextCursor },
      asOf: new Date().toISOString(),
      sources: this.sources,
    });
  }

  async getRun(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunResponse> {
    await this.#request('getRun', options);
    return { item: this.#find(uid), asOf: new Date().toISOString() };
  }

  async getTimeline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<TimelineResponse> {
    await this.#request('getTimeline', options);
    this.#find(uid);
    return this.timelines.get(uid) ?? timelineFixture();
  }

  async getBaseline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunBaseline> {
    await this.#request('getBaseline', options);
    this.#find(uid);
    return this.baselines.get(uid) ?? { runs: 0, tasks: [] };
  }

  async getNode(
    _uid: string,
    nodeId: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<NodeResponse> {
    await this.#request('getNode', options);
    const none = { parameters: [], artifacts: [] };
    return this.nodes.get(nodeId) ?? { inputs: none, outputs: none };
  }

  async getLogs(
    _uid: string,
    nodeId: string,
    query: LogsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<LogsResponse> {
    this.logQueries.push(query);
    await this.#request('getLogs', options);
    const logs = this.logs.get(nodeId);
    if (logs) {
      return typeof logs === 'function' ? logs(query) : logs;
    }
    return {
      container: 'main',
      containers: [{ name: 'main', role: 'main', state: 'terminated' }],
      lines: [],
      hasOlder: false,
      truncated: false,
      complete: true,
    };
  }

  async getEvents(
    uid: string,
    nodeId?: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<EventsResponse> {
    await this.#request('getEvents', options);
    return this.events.get(nodeId ?? uid) ?? { items: [] };
  }

  async act(
    uid: string,
    action: RunAction,
    workflowUid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunActionResponse> {
    this.actions.push({ uid, action, workflowUid });
    await this.#request('act', options);
    return this.actionResponse ?? { action, suspended: action === 'suspend' };
  }

  async rerun(
    uid: string,
    request: RerunRequest,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RerunResponse> {
    this.reruns.push({ uid, request });
    await this.#request('rerun', options);
    const { ref } = this.#find(uid);
    return (
      this.rerunResponse ?? {
        uid: `${uid}-again`,
        ref: { ...ref, name: `${ref.name}-again` },
      }
    );
  }

  #find(uid: string): RunView {
    const run = this.runs.find(item => item.uid === uid);
    if (!run) {
      throw new NotFoundError(`No run found with uid '${uid}'`);
    }
    return run;
  }

  async #request(
    method: keyof WorkflowRunsApi,
    options: WorkflowRunsRequestOptions = {},
  ): Promise<void> {
    this.requests.push(method);
    if (this.hanging) {
      await new Promise((_, reject) => {
        const { signal } = options;
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    }
    const error = this.error ?? this.errors[method];
    if (error) {
      throw error;
    }
  }
}
