import {
  type ControlPlaneKinds,
  type KindsResponse,
  type Plane,
  planeKindInfo,
  withTimeout,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  ConfiguredControlPlane,
  ControlPlaneNamespaces,
  PlaneInventory,
  PlaneResources,
  ServedKinds,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RegistrationConfig } from '../config';
import type { PlaneCreator } from '../permissions';
import type { PlaneLinks } from '../planes';
import type { CreationRights } from './CreationRights';
import { choicesOf } from './planeChoices';

/** A control plane that does not answer holds up the others for no longer. */
const TIMEOUT_MS = 10_000;

/** No namespace is called so, for its name begins with a hyphen. */
const UNKNOWN_NAMESPACE = '-';

/** What {@link KindsReader} needs. */
export interface KindsReaderOptions {
  readonly config: RegistrationConfig;
  readonly resources: PlaneResources;
  readonly inventory: PlaneInventory;
  readonly rights: CreationRights;
  readonly links: PlaneLinks;
}

/** For whom kinds are read. */
export interface KindsCaller {
  readonly isVisible: (plane: Plane) => boolean;
  /** Undefined for a caller who may register nothing. */
  readonly creator?: PlaneCreator;
}

interface Rights {
  readonly creator?: PlaneCreator;
  readonly owners: readonly string[];
}

/** Tells what the control planes serve, and what of it a caller may use. */
export class KindsReader {
  readonly #options: KindsReaderOptions;

  constructor(options: KindsReaderOptions) {
    this.#options = options;
  }

  async read(
    { isVisible, creator }: KindsCaller,
    signal: AbortSignal,
  ): Promise<KindsResponse> {
    const { config, resources, inventory, rights } = this.#options;
    const owners = creator ? await rights.ownersOf(creator.credentials) : [];
    const visible = inventory.snapshot().planes.filter(isVisible);
    const controlPlanes = await Promise.all(
      resources.controlPlanes().map(controlPlane =>
        this.#controlPlane(controlPlane, {
          rights: { creator, owners },
          planes: visible.filter(
            ({ ref }) => ref.controlPlane === controlPlane.name,
          ),
          signal: withTimeout(TIMEOUT_MS, signal),
        }),
      ),
    );
    return {
      controlPlanes,
      mayCreate: controlPlanes.some(({ kinds }) =>
        kinds.some(({ mayCreate }) => mayCreate),
      ),
      ...(config.chartVersion !== undefined && {
        chartVersion: config.chartVersion,
      }),
    };
  }

  async #controlPlane(
    { name, agentURL }: ConfiguredControlPlane,
    options: {
      rights: Rights;
      planes: readonly Plane[];
      signal: AbortSignal;
    },
  ): Promise<ControlPlaneKinds> {
    const { rights, planes, signal } = options;
    const [served, listed] = await Promise.all([
      this.#served(name, signal),
      this.#namespaces(name, signal),
    ]);
    const namespaces = candidates(listed, planes, rights);
    const usable = new Set<string>();
    const kinds = served.kinds.map(kind => {
      const isCreatable = rights.creator
        ? this.#options.rights.creatable(
            kind.kind,
            { decision: rights.creator.decision },
            rights.owners,
          )
        : () => false;
      if (planeKindInfo(kind.kind).scope === 'Cluster') {
        return { ...kind, mayCreate: isCreatable(undefined) };
      }
      const creatable = namespaces.filter(isCreatable);
      creatable.forEach(namespace => usable.add(namespace));
      // Where not all namespaces are known, there may be others.
      const elsewhere = !listed.complete && isCreatable(UNKNOWN_NAMESPACE);
      return { ...kind, mayCreate: creatable.length > 0 || elsewhere };
    });
    return {
      name,
      mode: this.#options.config.mode,
      kinds: kinds.map(kind => ({
        ...kind,
        fields: [...kind.fields],
        requiredFields: [...kind.requiredFields],
      })),
      ...(served.asOf !== undefined && { asOf: served.asOf }),
      ...(served.error !== undefined && { error: served.error }),
      namespaces: {
        items: namespaces.filter(namespace => usable.has(namespace)),
        complete: listed.complete,
      },
      ...choicesOf(planes, this.#options.links),
      ...(agentURL !== undefined && { agentURL }),
    };
  }

  async #served(name: string, signal: AbortSignal): Promise<ServedKinds> {
    const { resources } = this.#options;
    return resources
      .servedKinds(name, { signal })
      .catch(() => ({ kinds: [], error: whyNot(signal) }));
  }

  async #namespaces(
    name: string,
    signal: AbortSignal,
  ): Promise<ControlPlaneNamespaces> {
    const { resources } = this.#options;
    return resources
      .namespaces(name, { signal })
      .catch(() => ({ items: [], complete: false }));
  }
}

/** The namespaces that are known, in order: where they could not be listed, those that planes or permissions tell of. */
function candidates(
  { items, complete }: ControlPlaneNamespaces,
  planes: readonly Plane[],
  { creator }: Rights,
): string[] {
  const more = complete
    ? []
    : [
        ...planes.flatMap(({ ref }) => ref.namespace ?? []),
        ...(creator?.decision.namespaces ?? []),
      ];
  return [...new Set([...items, ...more])].sort();
}

function whyNot(signal: AbortSignal): string {
  return signal.aborted
    ? `The API server did not answer within ${TIMEOUT_MS / 1000} s`
    : 'The kinds could not be read';
}
