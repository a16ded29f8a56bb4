import { JsonObject } from '../../../objects/json';

/** What a template does. */
export type TemplateKind =
  | 'pod'
  | 'container-set'
  | 'steps'
  | 'dag'
  | 'suspend';

/** A container of a template. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly resources: JsonObject;
  /** Of a container set: which others come before it. */
  readonly dependencies: readonly string[];
}

/** When and how often a template is tried again. */
export interface RetryStrategy {
  /** How many times after the first; without it, for ever. */
  readonly limit?: number;
  readonly policy: string;
  readonly expression?: string;
  readonly backoff?: {
    /** Milliseconds. */
    readonly duration: number;
    readonly factor?: number;
    /** Milliseconds. */
    readonly cap?: number;
    /** Milliseconds. */
    readonly maxDuration?: number;
  };
}

/** Where a template's result is remembered. */
export interface Memoize {
  readonly key: string;
  readonly cacheName: string;
  /** Milliseconds. */
  readonly maxAge?: number;
}

/** A lock that a template or a workflow needs. */
export interface LockReference {
  readonly kind: 'mutex' | 'semaphore';
  /** `NAMESPACE/Mutex/NAME` or `NAMESPACE/ConfigMap/NAME/KEY`. */
  readonly name: string;
}

/** A template, as far as the simulation knows them. */
export interface Template {
  readonly name: string;
  /** Undefined for a template that says nothing that can be run. */
  readonly kind?: TemplateKind;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** `main`, or the members of a container set. */
  readonly containers: readonly ContainerSpec[];
  readonly sidecars: readonly ContainerSpec[];
  readonly steps: readonly (readonly JsonObject[])[];
  readonly tasks: readonly JsonObject[];
  /** Of a DAG: the tasks that it is about; without it, those that no other depends on. */
  readonly target?: string;
  /** Of a DAG: whether it fails as soon as one of its targets did. */
  readonly dagFailFast: boolean;
  /** Milliseconds; without it, a suspended node waits for somebody. */
  readonly suspendDuration?: number;
  readonly retryStrategy?: RetryStrategy;
  readonly memoize?: Memoize;
  readonly locks: readonly LockReference[];
  readonly parallelism?: number;
  readonly failFast: boolean;
  readonly daemon: boolean;
  readonly activeDeadlineSeconds?: number;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly raw: JsonObject;
}
