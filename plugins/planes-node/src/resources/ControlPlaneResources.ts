import type { ServedPlaneKind } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { describeError } from '../kube';
import { ControlPlaneRequests, type ResourceApi } from './ControlPlaneRequests';
import { readNamespaces } from './readNamespaces';
import { readServedKinds } from './readServedKinds';
import { SharedRead } from './SharedRead';
import type { ControlPlaneNamespaces, ServedKinds } from './types';

/** One control plane: requests for resources, and what is known of it. */
export class ControlPlaneResources {
  readonly requests: ControlPlaneRequests;
  readonly #config: ControlPlaneConfig;
  readonly #kinds: SharedRead<readonly ServedPlaneKind[]>;
  readonly #namespaces: SharedRead<readonly string[]>;

  constructor(
    config: ControlPlaneConfig,
    api: ResourceApi,
    now: (() => number) | undefined,
  ) {
    this.#config = config;
    this.requests = new ControlPlaneRequests(api);
    this.#kinds = new SharedRead(signal => readServedKinds(api, signal), now);
    this.#namespaces = new SharedRead(
      signal => readNamespaces(api, signal),
      now,
    );
  }

  async servedKinds(signal: AbortSignal): Promise<ServedKinds> {
    const { value, readAt, error } = await this.#kinds.get(signal);
    return {
      kinds: value ?? [],
      ...(readAt !== undefined && { asOf: new Date(readAt).toISOString() }),
      ...(error !== undefined && { error: describeError(error) }),
    };
  }

  async namespaces(signal: AbortSignal): Promise<ControlPlaneNamespaces> {
    const { namespaces } = this.#config;
    if (namespaces) {
      return { items: [...namespaces].sort(), complete: true };
    }
    const { value, error } = await this.#namespaces.get(signal);
    return { items: value ?? [], complete: error === undefined };
  }

  /** Ends what is read for several at once, and closes idle connections. */
  close(): void {
    this.#kinds.close();
    this.#namespaces.close();
    this.requests.close();
  }
}
