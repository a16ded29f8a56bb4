import type {
  ControlPlaneWatcher,
  FollowedObject,
  FollowedSource,
  FollowOptions,
  ResourceFollower,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type FillableFollower,
  TestResourceFollower,
} from './TestResourceFollower';

/** The part of a resource's manifest that a test cares for. @public */
export interface TestResource {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    [key: string]: unknown;
  };
  spec?: object;
  status?: object;
}

const EPOCH = '2026-11-21T10:00:00.000Z';

/**
 * A watcher that a test fills by hand, with the same bookkeeping as the real one.
 *
 * @remarks
 * Every kind that is followed is live from the start, with the resources that were put before.
 *
 * @public
 */
export class TestControlPlaneWatcher implements ControlPlaneWatcher {
  readonly #controlPlanes: readonly string[];
  readonly #resources = new Map<
    string,
    { kind: string; object: object; controlPlane: string }
  >();
  readonly #followers = new Set<FillableFollower>();
  #version = 0;

  constructor(controlPlanes: readonly string[] = ['default']) {
    this.#controlPlanes = controlPlanes;
  }

  /** Resources that are listed anew, and with them all of their kinds; those of other kinds stay. */
  list(
    kinds: readonly string[],
    resources: readonly TestResource[],
    controlPlane = 'default',
  ): void {
    for (const [key, known] of this.#resources) {
      if (known.controlPlane === controlPlane && kinds.includes(known.kind)) {
        this.#resources.delete(key);
      }
    }
    for (const resource of resources) {
      this.#keep(resource, controlPlane);
    }
    for (const kind of kinds) {
      for (const follower of this.#following(kind)) {
        follower.list(kind, this.#of(kind, controlPlane), controlPlane);
      }
    }
  }

  /** A resource as it is now. */
  put(resource: TestResource, controlPlane = 'default'): void {
    const object = this.#keep(resource, controlPlane);
    for (const follower of this.#following(resource.kind)) {
      follower.put(resource.kind, object, controlPlane);
    }
  }

  remove(resource: TestResource, controlPlane = 'default'): void {
    const object = this.#keep(resource, controlPlane);
    this.#resources.delete(keyOf(resource, controlPlane));
    for (const follower of this.#following(resource.kind)) {
      follower.remove(resource.kind, object, controlPlane);
    }
  }

  /** Sets the state of a kind's source. */
  setState(
    kind: string,
    state: Pick<FollowedSource, 'state'> &
      Partial<Pick<FollowedSource, 'since' | 'error'>>,
    controlPlane = 'default',
  ): void {
    for (const follower of this.#following(kind)) {
      follower.setState(kind, state, controlPlane);
    }
  }

  follow<T extends FollowedObject>(
    options: FollowOptions<T>,
  ): ResourceFollower<T> {
    const follower = new TestResourceFollower(options, this.#controlPlanes);
    this.#followers.add(follower);
    for (const controlPlane of this.#controlPlanes) {
      for (const { kind } of options.kinds) {
        follower.list(kind, this.#of(kind, controlPlane), controlPlane);
      }
    }
    return follower;
  }

  #following(kind: string): FillableFollower[] {
    return Array.from(this.#followers).filter(({ kinds }) =>
      kinds.some(followed => followed.kind === kind),
    );
  }

  #of(kind: string, controlPlane: string): object[] {
    return Array.from(this.#resources.values())
      .filter(
        known => known.kind === kind && known.controlPlane === controlPlane,
      )
      .map(({ object }) => object);
  }

  #keep(resource: TestResource, controlPlane: string): object {
    const { kind, metadata } = resource;
    const key = keyOf(resource, controlPlane);
    const object = {
      apiVersion: 'openchoreo.dev/v1alpha1',
      ...resource,
      metadata: {
        uid: `uid-of-${key}`,
        creationTimestamp: EPOCH,
        resourceVersion: String(++this.#version),
        ...metadata,
      },
    };
    this.#resources.set(key, { kind, object, controlPlane });
    return object;
  }
}

function keyOf({ kind, metadata }: TestResource, controlPlane: string): string {
  return [controlPlane, kind, metadata.namespace ?? '', metadata.name].join(
    '.',
  );
}
