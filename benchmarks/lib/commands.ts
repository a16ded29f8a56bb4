/** What a benchmark asks of the process that runs its control plane. */
export type Command =
  | { type: 'start' }
  | { type: 'populate'; planes: number; namespaces: number }
  | { type: 'title'; index: number; namespaces: number; title: string }
  /** Writes a heartbeat to every plane, spread evenly over the time. */
  | {
      type: 'heartbeats';
      planes: number;
      namespaces: number;
      perMinute: number;
      minutes: number;
    }
  /** Starts a cluster gateway with one connected agent for each plane. */
  | { type: 'gateway'; planes: number; namespaces: number }
  | { type: 'agents'; index: number; namespaces: number; count: number }
  | { type: 'requests' }
  | { type: 'stop' };
