import {
  type Plane,
  planeEntityRef,
  type PlaneRef,
  planeState,
  planeTitle,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneInventory,
  PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  Run,
  RunPlane,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunPlanes } from '../planes';

/** What {@link PlaneLinks} needs. */
export interface PlaneLinksOptions {
  readonly config: Pick<
    PlanesConfig,
    'clusterScopedNamespace' | 'staleAfterMs'
  >;
  readonly inventory: Pick<PlaneInventory, 'livenessOf'>;
  readonly planes: Pick<RunPlanes, 'planeOf'>;
}

/** Names the planes of runs as links to them need it. */
export class PlaneLinks {
  readonly #options: PlaneLinksOptions;

  constructor(options: PlaneLinksOptions) {
    this.#options = options;
  }

  /**
   * The plane that a run runs on, or should; undefined where nobody knows.
   *
   * @param isVisible - whether the caller may see a plane with this uid; others are named, and not linked
   */
  linkOf(
    run: Run,
    options: {
      readonly now: Date;
      readonly isVisible: (uid: string) => boolean;
    },
  ): RunPlane | undefined {
    const resolution = this.#options.planes.planeOf(run);
    if (!resolution.ok) {
      const { wanted } = resolution;
      return wanted && { ...named(wanted), title: wanted.name };
    }
    const { plane } = resolution;
    const { clusterScopedNamespace } = this.#options.config;
    const connected = this.isConnected(plane, options.now);
    return {
      ...named(plane.ref),
      uid: plane.uid,
      title: planeTitle(plane),
      ...(options.isVisible(plane.uid) && {
        entityRef: planeEntityRef(plane.ref, clusterScopedNamespace),
      }),
      ...(connected !== undefined && { connected }),
    };
  }

  /** Whether a plane can be reached now; undefined where nobody knows. */
  isConnected(plane: Plane, now: Date): boolean | undefined {
    const { config, inventory } = this.#options;
    const { state } = planeState(plane, now, {
      staleAfterMs: config.staleAfterMs,
      liveness: inventory.livenessOf(plane.ref),
    });
    switch (state) {
      case 'connected':
        return true;
      case 'disconnected':
      case 'never-connected':
      case 'not-authorised':
        return false;
      default:
        return undefined;
    }
  }
}

function named({ kind, namespace, name }: PlaneRef) {
  return { kind, ...(namespace !== undefined && { namespace }), name };
}
