/** A request that writes. */
export interface KubernetesWrite {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  /** Sent as JSON; as a JSON merge patch with PATCH. */
  readonly body: object;
}

/** What came of it. */
export interface KubernetesWriteAnswer {
  readonly body: unknown;
  /** The texts of the `Warning` headers. */
  readonly warnings: readonly string[];
}

/** Writes to one Kubernetes API. */
export interface KubernetesWriter {
  /**
   * Sends a request, once: what was perhaps carried out is never repeated.
   *
   * @throws KubernetesApiError for any status but 200 and 201, UnansweredWriteError where no answer makes clear what came
   * of it, and the reason of the caller's signal
   */
  send(
    request: KubernetesWrite,
    options: { signal: AbortSignal },
  ): Promise<KubernetesWriteAnswer>;
}
