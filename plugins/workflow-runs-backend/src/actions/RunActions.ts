import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  type GatewayFailure,
  type GatewayFailureReason,
  RateLimit,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  argoWorkflowSchema,
  type Run,
  type RunAction,
  type RunActionResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';
import { workflowPath } from '../argo/argoPaths';
import { clusterOf } from '../argo/clusterOf';
import { gapError } from '../argo/gapError';
import { gapOf } from '../argo/gapOf';
import type { LiveWorkflows } from '../live/LiveWorkflows';
import type { RunPlanes } from '../planes';
import { ACTIONS } from './actions';

/** Argo's controller takes a moment to act. */
const MIN_INTERVAL_MS = 2_000;

/** No answer came, so that nobody knows whether the change was made. */
const UNANSWERED: readonly GatewayFailureReason[] = [
  'unreachable',
  'timeout',
  'tunnel-timeout',
  'tunnel-broken',
  'target-unreachable',
  'unexpected-answer',
];

const changedSchema = z.object({
  spec: z
    .object({
      suspend: z.boolean().optional().catch(undefined),
      shutdown: argoWorkflowSchema.shape.shutdown.catch(undefined),
    })
    .catch({}),
});

/** What {@link RunActions} needs. */
export interface RunActionsOptions {
  readonly live: Pick<LiveWorkflows, 'get' | 'expire'>;
  readonly planes: RunPlanes;
  readonly clock: () => Date;
}

/** Stops, terminates, suspends and resumes runs, by changing the spec of their Argo workflows. */
export class RunActions {
  readonly #options: RunActionsOptions;
  readonly #rateLimit: RateLimit;

  constructor(options: RunActionsOptions) {
    this.#options = options;
    this.#rateLimit = new RateLimit({
      intervalMs: MIN_INTERVAL_MS,
      clock: options.clock,
    });
  }

  /**
   * Does something to the Argo workflow that the caller saw, and to no other.
   *
   * @param workflowUid - of the Argo workflow that the caller saw
   * @throws ConflictError where it is another one now, has ended, or is in that state already; ServiceUnavailableError where the
   * plane cannot be asked; TooManyRequestsError
   */
  async act(
    run: Run,
    action: RunAction,
    { workflowUid }: { readonly workflowUid: string },
  ): Promise<RunActionResponse> {
    const { planes, live } = this.#options;
    const way = clusterOf(run, planes);
    if (!way.ok) {
      throw gapError(way.gap);
    }
    await this.#assertSensible(run, action, workflowUid);
    this.#rateLimit.take(run.uid, 'Something was done to the run');
    const { gateway, address, reference } = way.cluster;
    const outcome = await gateway.patch(
      address,
      {
        path: workflowPath(reference),
        // With the uid, the API server changes no workflow that has taken the place of this one meanwhile. Without the
        // resourceVersion, since a running workflow moves all the time, and what is changed here is nobody else's.
        body: { metadata: { uid: workflowUid }, spec: ACTIONS[action].spec },
      },
      uncancelled(),
    );
    live.expire(run);
    if (!outcome.ok) {
      throw refusal(outcome.failure);
    }
    const { data } = changedSchema.safeParse(outcome.value);
    return {
      action,
      suspended: data?.spec.suspend === true,
      shutdown: data?.spec.shutdown,
    };
  }

  async #assertSensible(
    run: Run,
    action: RunAction,
    workflowUid: string,
  ): Promise<void> {
    const { latest, gap } = await this.#options.live.get(run, {
      ...uncancelled(),
      fresh: true,
    });
    if (gap?.reason === 'argo-gone') {
      throw new ConflictError(gap.message.replace(/\.$/, ''));
    }
    if (gap || !latest) {
      throw gapError(gap ?? { reason: 'failed', message: 'Nothing is known' });
    }
    const { workflow, nodes = [], isDone } = latest;
    if (workflow.uid !== workflowUid) {
      throw replaced();
    }
    if (isDone) {
      throw new ConflictError(
        `The run has ended (${workflow.phase}), so nothing can be done to it any more`,
      );
    }
    const objection = ACTIONS[action].objection({ workflow, nodes });
    if (objection !== undefined) {
      throw new ConflictError(objection);
    }
  }
}

function replaced(): ConflictError {
  return new ConflictError(
    'The Argo workflow is not the one that you saw: it was deleted and made anew. Look at the run again',
  );
}

function refusal(failure: GatewayFailure): Error {
  const { status, reason, message } = failure;
  // An API server takes a changed uid for an invalid change or for a conflict, depending on what it compares first.
  if ((status === 409 || status === 422) && /\buid\b/i.test(message)) {
    return replaced();
  }
  if (status === 409) {
    return new ConflictError(
      'The Argo workflow changed at the same moment: try again',
    );
  }
  if (reason === 'not-found') {
    return new ConflictError(gapOf(failure).message.replace(/\.$/, ''));
  }
  return UNANSWERED.includes(reason)
    ? new ServiceUnavailableError(
        `${message.replace(
          /\.$/,
          '',
        )}; it may have been done all the same: look at the run again`,
      )
    : gapError(gapOf(failure));
}

/** The time limits of the gateway end a request; a caller who goes does not, for the audit log must tell what came of it. */
function uncancelled(): { readonly signal: AbortSignal } {
  return { signal: new AbortController().signal };
}
