import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AnswerSchema,
  ConditionalReader,
  parseAnswer,
  withTimeout,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  EventsResponse,
  eventsResponseSchema,
  LogsQuery,
  LogsResponse,
  logsResponseSchema,
  NodeResponse,
  nodeResponseSchema,
  RerunRequest,
  RerunResponse,
  rerunResponseSchema,
  RunAction,
  RunActionResponse,
  runActionResponseSchema,
  RunBaseline,
  runBaselineSchema,
  RunResponse,
  runResponseSchema,
  RunsQuery,
  runsQueryToParams,
  RunsResponse,
  runsResponseSchema,
  TimelineResponse,
  timelineResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { WorkflowRunsApi, WorkflowRunsRequestOptions } from './WorkflowRunsApi';

const RUNS_URL = 'plugin://workflow-runs/runs';
/** A timeline of 10 000 nodes takes some megabytes. */
const MAX_TIMELINES = 4;
/** The plane and the control plane are asked meanwhile, one after the other. */
const CONTROL_TIMEOUT_MS = 60_000;

/** {@link WorkflowRunsApi} over HTTP. An answer that does not have the shape of the API is an error, too. */
export class WorkflowRunsClient implements WorkflowRunsApi {
  readonly #fetchApi: FetchApi;
  readonly #runs: ConditionalReader<RunsResponse>;
  readonly #run: ConditionalReader<RunResponse>;
  readonly #timeline: ConditionalReader<TimelineResponse>;
  readonly #baseline: ConditionalReader<RunBaseline>;
  readonly #node: ConditionalReader<NodeResponse>;
  readonly #logs: ConditionalReader<LogsResponse>;
  readonly #events: ConditionalReader<EventsResponse>;

  constructor(options: { fetchApi: FetchApi }) {
    const { fetchApi } = options;
    this.#fetchApi = fetchApi;
    const reader = <T>(schema: AnswerSchema<T>, maxAnswers?: number) =>
      new ConditionalReader({ fetchApi, schema, maxAnswers });
    this.#runs = reader(runsResponseSchema);
    this.#run = reader(runResponseSchema);
    this.#timeline = reader(timelineResponseSchema, MAX_TIMELINES);
    this.#baseline = reader(runBaselineSchema);
    this.#node = reader(nodeResponseSchema);
    this.#logs = reader(logsResponseSchema, MAX_TIMELINES);
    this.#events = reader(eventsResponseSchema);
  }

  async listRuns(
    query: RunsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunsResponse> {
    return this.#runs.read(
      withParams(RUNS_URL, runsQueryToParams(query)),
      options?.signal,
    );
  }

  async getRun(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunResponse> {
    return this.#run.read(runUrl(uid), options?.signal);
  }

  async getTimeline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<TimelineResponse> {
    return this.#timeline.read(`${runUrl(uid)}/timeline`, options?.signal);
  }

  async getBaseline(
    uid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunBaseline> {
    return this.#baseline.read(`${runUrl(uid)}/baseline`, options?.signal);
  }

  async getNode(
    uid: string,
    nodeId: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<NodeResponse> {
    return this.#node.read(nodeUrl(uid, nodeId), options?.signal);
  }

  async getLogs(
    uid: string,
    nodeId: string,
    query: LogsQuery,
    options?: WorkflowRunsRequestOptions,
  ): Promise<LogsResponse> {
    const { container, tailLines, since } = query;
    const params = new URLSearchParams({
      ...(container === undefined ? {} : { container }),
      ...(tailLines === undefined ? {} : { tailLines: `${tailLines}` }),
      ...(since === undefined ? {} : { since }),
    });
    const url = withParams(`${nodeUrl(uid, nodeId)}/logs`, params);
    return this.#logs.read(url, options?.signal);
  }

  async getEvents(
    uid: string,
    nodeId?: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<EventsResponse> {
    const params = new URLSearchParams(nodeId ? { node: nodeId } : {});
    const url = withParams(`${runUrl(uid)}/events`, params);
    return this.#events.read(url, options?.signal);
  }

  async act(
    uid: string,
    action: RunAction,
    workflowUid: string,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RunActionResponse> {
    const url = `${runUrl(uid)}/actions/${action}`;
    const answer = await this.#post(url, { workflowUid }, options);
    return parseAnswer(runActionResponseSchema, answer);
  }

  async rerun(
    uid: string,
    request: RerunRequest,
    options?: WorkflowRunsRequestOptions,
  ): Promise<RerunResponse> {
    const answer = await this.#post(`${runUrl(uid)}/rerun`, request, options);
    return parseAnswer(rerunResponseSchema, answer);
  }

  async #post(
    url: string,
    body: object,
    options: WorkflowRunsRequestOptions = {},
  ): Promise<unknown> {
    const response = await this.#fetchApi.fetch(url, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: withTimeout(CONTROL_TIMEOUT_MS, options.signal),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function withParams(url: string, params: URLSearchParams): string {
  const search = params.toString();
  return search ? `${url}?${search}` : url;
}

function runUrl(uid: string): string {
  return `${RUNS_URL}/${encodeURIComponent(uid)}`;
}

function nodeUrl(uid: string, nodeId: string): string {
  return `${runUrl(uid)}/nodes/${encodeURIComponent(nodeId)}`;
}
