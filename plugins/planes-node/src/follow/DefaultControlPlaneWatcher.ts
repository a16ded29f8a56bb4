import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ControlPlaneConfig } from '../config';
import { HttpKubernetesApi } from '../kube';
import {
  DefaultResourceFollower,
  type FollowedControlPlane,
  type FollowerContext,
} from './DefaultResourceFollower';
import type {
  ControlPlaneWatcher,
  FollowedObject,
  FollowOptions,
  ResourceFollower,
} from './types';

export interface DefaultControlPlaneWatcherOptions
  extends Omit<FollowerContext, 'controlPlanes'> {
  readonly controlPlanes: readonly ControlPlaneConfig[];
  readonly logger: LoggerService;
  readonly answerTimeoutMs?: number;
}

/** {@link ControlPlaneWatcher} over HTTPS: one set of connections for each control plane. */
export class DefaultControlPlaneWatcher implements ControlPlaneWatcher {
  readonly #context: FollowerContext;
  readonly #apis: readonly HttpKubernetesApi[];
  readonly #followers = new Set<{ stop(): Promise<void> }>();

  static create(
    options: DefaultControlPlaneWatcherOptions,
  ): DefaultControlPlaneWatcher {
    const { controlPlanes, answerTimeoutMs, ...context } = options;
    const reached = controlPlanes.map(config => ({
      config,
      api: HttpKubernetesApi.create(config.connection, { answerTimeoutMs }),
    }));
    return new DefaultControlPlaneWatcher(context, reached);
  }

  private constructor(
    context: Omit<FollowerContext, 'controlPlanes'>,
    controlPlanes: readonly (FollowedControlPlane & {
      readonly api: HttpKubernetesApi;
    })[],
  ) {
    this.#context = { ...context, controlPlanes };
    this.#apis = controlPlanes.map(({ api }) => api);
  }

  follow<T extends FollowedObject>(
    options: FollowOptions<T>,
  ): ResourceFollower<T> {
    const follower = new DefaultResourceFollower(options, this.#context);
    this.#followers.add(follower);
    follower.start();
    return follower;
  }

  /** Ends every watch; what is known stays readable. */
  async stop(): Promise<void> {
    await Promise.all(Array.from(this.#followers, each => each.stop()));
    this.#followers.clear();
    for (const api of this.#apis) {
      api.close();
    }
  }
}
