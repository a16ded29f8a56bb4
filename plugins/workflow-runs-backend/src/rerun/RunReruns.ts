import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ControlPlaneObjects,
  ObjectContent,
  ObjectRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  ANNOTATION_RERUN_OF,
  ANNOTATION_TRIGGERED_BY,
  type RerunRequest,
  type RerunResponse,
  type Run,
  RUN_PLURALS,
  withParameters,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';
import type { WorkflowRunsConfig } from '../config';
import type { RunInventory } from '../inventory';
import { parameterProblem, parametersSchemaOf } from './checkParameters';
import { errorOfFailure } from './rerunErrors';
import { rerunName } from './rerunName';
import { readStoredRun, type StoredRun } from './storedRun';
import { untilKnown } from './untilKnown';

const TIMEOUT_MS = 30_000;
/** Names that are tried until one is free: of 4 billion, so that a second is hardly ever needed. */
const MAX_NAMES = 3;

const identitySchema = z.object({ metadata: z.object({ uid: z.string() }) });

/** What {@link RunReruns} needs. */
export interface RunRerunsOptions {
  readonly auth: AuthService;
  readonly config: Pick<WorkflowRunsConfig, 'rerun'>;
  readonly inventory: Pick<RunInventory, 'getByUid' | 'subscribe'>;
  readonly objects: ControlPlaneObjects;
  readonly userInfo: UserInfoService;
}

/** Runs workflows again. */
export class RunReruns {
  readonly #options: RunRerunsOptions;

  constructor(options: RunRerunsOptions) {
    this.#options = options;
  }

  /**
   * Creates a run of the same workflow, with the parameters of an earlier one but for those that are named.
   *
   * @throws InputError for parameters that do not fit, and where the control plane does not serve the kind any more;
   * ConflictError where the earlier run is another by now; ServiceUnavailableError where the control plane does not answer
   * or refuses the portal
   */
  async rerun(
    run: Run,
    request: RerunRequest,
    credentials: BackstageCredentials,
  ): Promise<RerunResponse> {
    const { config, inventory } = this.#options;
    if (!config.rerun.enabled) {
      throw new NotAllowedError(
        "Running again is turned off in the portal's configuration: 'openchoreo.workflowRuns.rerun.enabled'",
      );
    }
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const content = await this.#content(run, request, credentials, signal);
      const created = await this.#create(run, content, signal);
      await untilKnown(inventory, created.uid);
      return created;
    } catch (error) {
      throw signal.aborted && error === signal.reason
        ? new ServiceUnavailableError(
            `The control plane did not answer within ${
              TIMEOUT_MS / 1000
            } seconds; look whether there is a new run before you try again`,
          )
        : error;
    }
  }

  async #content(
    run: Run,
    request: RerunRequest,
    credentials: BackstageCredentials,
    signal: AbortSignal,
  ): Promise<ObjectContent> {
    const stored = await this.#read(run, signal);
    const spec = stored.specWith(
      await this.#parameters(run, stored, request, signal),
    );
    const user = await this.#userOf(credentials);
    return {
      ...(Object.keys(stored.labels).length > 0 && { labels: stored.labels }),
      annotations: {
        [ANNOTATION_RERUN_OF]: run.ref.name,
        ...(user !== undefined && { [ANNOTATION_TRIGGERED_BY]: user }),
      },
      spec,
    };
  }

  /** The run as it is stored: the inventory has huge parameters cut short. */
  async #read(run: Run, signal: AbortSignal): Promise<StoredRun> {
    const { objects } = this.#options;
    const outcome = await objects.get(objectRef(run), { signal });
    if (!outcome.ok) {
      throw errorOfFailure(outcome.failure);
    }
    const stored = readStoredRun(outcome.object, run.ref.kind);
    if (!stored) {
      throw new InputError(
        `${run.ref.kind} '${run.ref.name}' names no workflow that could be run again`,
      );
    }
    if (stored.uid !== run.uid) {
      throw new ConflictError(
        `${run.ref.kind} '${run.ref.name}' was deleted and created again meanwhile: look at the new one`,
      );
    }
    return stored;
  }

  async #parameters(
    run: Run,
    stored: StoredRun,
    { parameters: changes = {} }: RerunRequest,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>>> {
    const changed = withParameters(stored.parameters, changes);
    if (!changed.ok) {
      throw new InputError(changed.message);
    }
    if (Object.keys(changes).length > 0) {
      const schema = await this.#schemaOf(run, signal);
      const problem =
        schema &&
        parameterProblem(schema, changed.parameters, stored.parameters);
      if (problem !== undefined) {
        throw new InputError(problem);
      }
    }
    return changed.parameters;
  }

  /** Undefined where there is none, or it cannot be read: then OpenChoreo has the only word. */
  async #schemaOf({ ref, workflow }: Run, signal: AbortSignal) {
    const { controlPlane } = ref;
    if (workflow?.kind !== 'Workflow' && workflow?.kind !== 'ClusterWorkflow') {
      return undefined;
    }
    const { kind, name } = workflow;
    const outcome = await this.#options.objects.get(
      kind === 'Workflow'
        ? {
            controlPlane,
            kind,
            plural: 'workflows',
            namespace: ref.namespace,
            name,
          }
        : { controlPlane, kind, plural: 'clusterworkflows', name },
      { signal },
    );
    return outcome.ok ? parametersSchemaOf(outcome.object) : undefined;
  }

  async #userOf(
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const { userEntityRef } = await userInfo.getUserInfo(credentials);
    return userEntityRef;
  }

  async #create(
    run: Run,
    content: ObjectContent,
    signal: AbortSignal,
  ): Promise<RerunResponse> {
    for (let tried = 1; ; tried++) {
      const ref = { ...run.ref, name: rerunName(run) };
      const { plural } = objectRef(run);
      const outcome = await this.#options.objects.create(
        { ...ref, plural },
        content,
        { signal },
      );
      if (outcome.ok) {
        const { data } = identitySchema.safeParse(outcome.object);
        return { uid: data?.metadata.uid ?? '', ref };
      }
      const isTaken = outcome.failure.reason === 'already-exists';
      if (!isTaken || tried >= MAX_NAMES) {
        throw errorOfFailure(outcome.failure);
      }
    }
  }
}

function objectRef({ ref }: Run): ObjectRef {
  return { ...ref, plural: RUN_PLURALS[ref.kind] };
}
