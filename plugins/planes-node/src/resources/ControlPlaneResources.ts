import type { ServedPlaneKind } from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import type { ControlPlaneConfig } from '../config';
import {
  describeError,
  type KubernetesApi,
  type KubernetesWrite,
  type KubernetesWriter,
  UnansweredWriteError,
  UnexpectedAnswerError,
} from '../kube';
import { interpretFailure, type RequestSubject } from './interpretFailure';
import { readNamespaces } from './readNamespaces';
import { readServedKinds } from './readServedKinds';
import { SharedRead } from './SharedRead';
import type {
  ControlPlaneNamespaces,
  ResourceOutcome,
  ResourceWriteOptions,
  ServedKinds,
} from './types';

/** The only edge that the resources of a control plane have. */
export type ResourceApi = KubernetesApi & KubernetesWriter & { close(): void };

const FIELD_MANAGER = 'backstage-planes';

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
});

/** One control plane: requests for resources, whose failures are outcomes, and what is known of it. */
export class ControlPlaneResources {
  readonly #config: ControlPlaneConfig;
  readonly #api: ResourceApi;
  readonly #kinds: SharedRead<readonly ServedPlaneKind[]>;
  readonly #namespaces: SharedRead<readonly string[]>;

  constructor(
    config: ControlPlaneConfig,
    api: ResourceApi,
    now: (() => number) | undefined,
  ) {
    this.#config = config;
    this.#api = api;
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

  async read(
    path: string,
    subject: RequestSubject,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<ResourceOutcome> {
    try {
      const body = await this.#api.getJson(path, { signal });
      return { ok: true, object: readObject(body), warnings: [] };
    } catch (error) {
      signal.throwIfAborted();
      return { ok: false, failure: interpretFailure(error, subject) };
    }
  }

  async write(
    request: KubernetesWrite,
    subject: RequestSubject,
    { signal, dryRun = false }: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    try {
      const path = `${request.path}${writeQuery(request.method, dryRun)}`;
      const answer = await this.#api.send({ ...request, path }, { signal });
      return {
        ok: true,
        object: readWritten(answer.body),
        warnings: answer.warnings,
      };
    } catch (error) {
      signal.throwIfAborted();
      return {
        ok: false,
        failure: interpretFailure(error, { ...subject, writes: !dryRun }),
      };
    }
  }

  /** Ends what is read for several at once, and closes idle connections. */
  close(): void {
    this.#kinds.close();
    this.#namespaces.close();
    this.#api.close();
  }
}

function writeQuery(method: KubernetesWrite['method'], dryRun: boolean) {
  const query = new URLSearchParams({
    ...(dryRun && { dryRun: 'All' }),
    // A deletion has neither fields nor somebody who manages them.
    ...(method !== 'DELETE' && {
      fieldManager: FIELD_MANAGER,
      fieldValidation: 'Strict',
    }),
  }).toString();
  return query && `?${query}`;
}

function readWritten(body: unknown): object {
  try {
    return readObject(body);
  } catch (error) {
    throw new UnansweredWriteError(error, true);
  }
}

function readObject(body: unknown): object {
  const object = objectSchema.safeParse(body);
  if (!object.success) {
    throw new UnexpectedAnswerError('The answer is not a Kubernetes object');
  }
  return object.data;
}
