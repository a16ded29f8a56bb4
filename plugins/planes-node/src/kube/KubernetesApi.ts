/** Reads from one Kubernetes API. The only edge that list+watch has; tests put a fake in its place. */
export interface KubernetesApi {
  /** How far the clock of the API server is ahead of ours, in milliseconds; 0 where nothing is known of it. */
  readonly aheadMs?: number;

  /**
   * Reads a JSON document.
   *
   * @param path - path and query, for example `/apis/openchoreo.dev/v1alpha1`
   * @throws KubernetesApiError for any status but 200; errors of `node:https` for the network
   */
  getJson(path: string, options: { signal: AbortSignal }): Promise<unknown>;

  /**
   * Opens a watch and yields its events as they arrive; ends when the server ends it.
   *
   * @param onOpen - called when the server has accepted the watch
   * @throws KubernetesApiError when it is refused, SilentWatchError when nothing arrives for `silenceTimeoutMs`
   */
  watch(
    path: string,
    options: {
      signal: AbortSignal;
      silenceTimeoutMs: number;
      onOpen?: () => void;
    },
  ): AsyncIterable<unknown>;
}
