import { z } from 'zod';
import {
  type KubernetesApi,
  type KubernetesWrite,
  type KubernetesWriter,
  UnansweredWriteError,
  UnexpectedAnswerError,
} from '../kube';
import { interpretFailure, type RequestSubject } from './interpretFailure';
import type { ResourceOutcome, ResourceWriteOptions } from './types';

/** The only edge that the resources of a control plane have. */
export type ResourceApi = KubernetesApi & KubernetesWriter & { close(): void };

const FIELD_MANAGER = 'backstage-planes';

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
});

/** Requests to one control plane for one resource each, whose failures are outcomes. */
export class ControlPlaneRequests {
  readonly #api: ResourceApi;

  constructor(api: ResourceApi) {
    this.#api = api;
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

  /** Closes idle connections. */
  close(): void {
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
