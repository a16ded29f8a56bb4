import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  EventsResponse,
  LogsQuery,
  LogsResponse,
  NodeResponse,
  RerunRequest,
  RerunResponse,
  RunAction,
  RunActionResponse,
  RunBaseline,
  RunResponse,
  RunsQuery,
  RunsResponse,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** Options of every request. @public */
export interface WorkflowRunsRequestOptions {
  readonly signal?: AbortSignal;
}

/** The HTTP API of plugin `workflow-runs`; rejects with a `ResponseError` for anything but success. @public */
export interface WorkflowRunsApi {
  listRuns(
    query: RunsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunsResponse>;
  getRun(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunResponse>;
  /** Answers with the same object as before while nothing has changed. */
  getTimeline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<TimelineResponse>;
  getBaseline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunBaseline>;
  getNode(
    uid: string,
    nodeId: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<NodeResponse>;
  getLogs(
    uid: string,
    nodeId: string,
    query: LogsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<LogsResponse>;
  /** Of one node, or of the whole run. */
  getEvents(
    uid: string,
    nodeId?: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<EventsResponse>;
  act(
    uid: string,
    action: RunAction,
    workflowUid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunActionResponse>;
  rerun(
    uid: string,
    request: RerunRequest,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RerunResponse>;
}

/** @public */
export const workflowRunsApiRef = createApiRef<WorkflowRunsApi>().with({
  id: 'plugin.workflow-runs',
  pluginId: 'workflow-runs',
});
