import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  flattenParameters,
  maskSecrets,
  type Run,
  type RunView,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunPlanes } from '../planes';
import type { PlaneVisibility } from './PlaneVisibility';
import type { RunSummaries } from './RunSummaries';

/** What {@link RunViews} needs. */
export interface RunViewsOptions {
  readonly planes: Pick<RunPlanes, 'planeOf'>;
  readonly planeVisibility: PlaneVisibility;
  readonly summaries: RunSummaries;
}

/** Tells everything about one run that is known without its plane. */
export class RunViews {
  readonly #options: RunViewsOptions;

  constructor(options: RunViewsOptions) {
    this.#options = options;
  }

  /** @param options - with `secrets`, parameters that look like secrets are shown */
  async view(
    run: Run,
    options: {
      readonly now: Date;
      readonly credentials: BackstageCredentials;
      readonly secrets: boolean;
    },
  ): Promise<RunView> {
    const { planes, planeVisibility, summaries } = this.#options;
    const { now, credentials, secrets } = options;
    const resolution = planes.planeOf(run);
    const isPlaneVisible = await planeVisibility.of(
      resolution.ok ? [resolution.plane.uid] : [],
      credentials,
    );
    const { conditions, reference, parameters, ttlAfterCompletion, deletedAt } =
      run;
    return {
      ...summaries.summarize(run, { now, isPlaneVisible }),
      conditions: conditions.map(condition => ({ ...condition })),
      ...(reference && { reference }),
      parameters: secrets
        ? flattenParameters(parameters)
        : maskSecrets(parameters),
      ...(ttlAfterCompletion !== undefined && { ttlAfterCompletion }),
      ...(deletedAt !== undefined && { deletedAt }),
    };
  }
}
