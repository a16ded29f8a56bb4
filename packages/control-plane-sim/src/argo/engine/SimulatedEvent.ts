/** What a Kubernetes Event is about. */
export interface SimulatedEventObject {
  readonly kind: 'Workflow' | 'Pod';
  readonly name: string;
  /** The container, such as `spec.containers{main}`. */
  readonly fieldPath?: string;
}

/** A Kubernetes Event about a workflow or a pod of it. */
export interface SimulatedEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** `workflow-controller`, `default-scheduler` or `kubelet`. */
  readonly component: string;
  readonly object: SimulatedEventObject;
  /** `workflows.argoproj.io/node-name` and others on events of nodes. */
  readonly annotations?: Readonly<Record<string, string>>;
}
