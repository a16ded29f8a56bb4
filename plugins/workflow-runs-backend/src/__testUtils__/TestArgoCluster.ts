import type {
  GatewayFailure,
  TunnelPatch,
  TunnelRequest,
  TunnelTextRequest,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  TestClusterGateway,
  TestGatewayAnswer,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { ArgoObject } from './argoRecordings';

/** A pod as a test describes it. */
export interface TestPod {
  readonly metadata: {
    readonly name: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly spec?: object;
  readonly status?: object;
}

const missing = (what: string): TestGatewayAnswer<never> => ({
  ok: false,
  failure: {
    reason: 'not-found',
    status: 404,
    kubernetesReason: 'NotFound',
    message: `The API server of the plane's cluster answered 404: ${what} not found`,
  },
});

/** The cluster of a workflow plane with one Argo workflow in it, behind a test's gateway. */
export class TestArgoCluster {
  /** Undefined where it was deleted. */
  workflow: ArgoObject | undefined;
  pods: TestPod[] = [];
  events: object[] = [];
  /** The logs of containers by `POD/CONTAINER`, with timestamps; answered as a kubelet would. */
  readonly logs = new Map<string, string>();
  /** While set, requests for the named collection fail so. */
  readonly failures = new Map<string, GatewayFailure>();
  /** What was asked for: `metadata`, `workflow`, `pods`, `pod NAME`, `events`, `log POD/CONTAINER`, `patch`. */
  readonly asked: string[] = [];
  readonly patches: object[] = [];
  readonly queries: Readonly<Record<string, string>>[] = [];

  constructor(gateway: TestClusterGateway, workflow?: ArgoObject) {
    this.workflow = workflow;
    gateway.onGet((_address, request) => this.#get(request));
    gateway.onGetText((_address, request) => this.#log(request));
    gateway.onPatch((_address, request) => this.#patch(request));
  }

  /** Changes the workflow, and with it its resourceVersion. */
  move(change: (workflow: ArgoObject) => void = () => {}): void {
    if (this.workflow) {
      const moved = structuredClone(this.workflow);
      const { metadata } = moved;
      metadata.resourceVersion = String(Number(metadata.resourceVersion) + 1);
      change(moved);
      this.workflow = moved;
    }
  }

  /** How often something was asked for. */
  count(what: string): number {
    return this.asked.filter(asked => asked === what).length;
  }

  #get({ path, query = {}, accept }: TunnelRequest): TestGatewayAnswer {
    const [, , , , , plural, name] = path[0] === 'api' ? ['', ...path] : path;
    this.queries.push(query);
    switch (plural) {
      case 'workflows':
        return this.#workflow(name, accept?.includes('PartialObjectMetadata'));
      case 'pods':
        return name === undefined ? this.#list(plural, query) : this.#pod(name);
      default:
        return this.#list(plural, query);
    }
  }

  #workflow(name: string, metadataOnly = false): TestGatewayAnswer {
    this.asked.push(metadataOnly ? 'metadata' : 'workflow');
    const failure = this.failures.get('workflows');
    if (failure) {
      return { ok: false, failure };
    }
    if (this.workflow?.metadata.name !== name) {
      return missing(`workflows.argoproj.io "${name}"`);
    }
    const { metadata } = this.workflow;
    return { ok: true, value: metadataOnly ? { metadata } : this.workflow };
  }

  #pod(name: string): TestGatewayAnswer {
    this.asked.push(`pod ${name}`);
    const pod = this.pods.find(({ metadata }) => metadata.name === name);
    return pod ? { ok: true, value: pod } : missing(`pods "${name}"`);
  }

  #list(
    plural: string,
    query: Readonly<Record<string, string>>,
  ): TestGatewayAnswer {
    const { fieldSelector = '', limit = 'Infinity' } = query;
    this.asked.push(plural);
    const failure = this.failures.get(plural);
    if (failure) {
      return { ok: false, failure };
    }
    const items = (plural === 'pods' ? this.pods : this.events).filter(item =>
      isSelected(item, fieldSelector),
    );
    const from = Number(query.continue ?? 0);
    const to = from + Number(limit);
    return {
      ok: true,
      value: {
        metadata: to < items.length ? { continue: String(to) } : {},
        items: items.slice(from, to),
      },
    };
  }

  #log({ path, query = {} }: TunnelTextRequest): TestGatewayAnswer<string> {
    const key = `${path[5]}/${query.container}`;
    this.asked.push(`log ${key}`);
    this.queries.push(query);
    const failure = this.failures.get('log');
    const log = this.logs.get(key);
    if (failure || log === undefined) {
      return failure ? { ok: false, failure } : missing(`pods "${path[5]}"`);
    }
    const since = query.sinceTime ?? '';
    let lines = log
      .split(/(?<=\n)/)
      .filter(line => line.slice(0, 19) >= since.slice(0, 19));
    lines = query.tailLines ? lines.slice(-Number(query.tailLines)) : lines;
    const bytes = Buffer.from(lines.join(''));
    return {
      ok: true,
      value: bytes.subarray(0, Number(query.limitBytes)).toString('utf8'),
    };
  }

  #patch({ body }: TunnelPatch): TestGatewayAnswer {
    this.asked.push('patch');
    this.patches.push(body);
    const failure = this.failures.get('patch');
    if (failure || !this.workflow) {
      return failure ? { ok: false, failure } : missing('workflows');
    }
    this.move(({ spec }) => Object.assign(spec, Object(body).spec));
    return { ok: true, value: this.workflow };
  }
}

function isSelected(item: object, fieldSelector: string): boolean {
  return fieldSelector
    .split(',')
    .filter(Boolean)
    .every(condition => {
      const [path, value] = condition.split('=');
      const found = path
        .split('.')
        .reduce((parent: object, field) => Object(parent)[field], item);
      return String(found) === value;
    });
}

/** A pod of a node as Argo makes it. */
export function argoPod(
  workflow: string,
  options: {
    readonly name: string;
    readonly nodeId: string;
    readonly containers?: Record<string, object>;
    readonly initContainers?: Record<string, object>;
    readonly status?: object;
  },
): TestPod {
  const { name, nodeId, containers = {}, initContainers = {} } = options;
  const specs = (all: Record<string, object>) =>
    Object.keys(all).map(container => ({ name: container, image: 'alpine' }));
  const statuses = (all: Record<string, object>) =>
    Object.entries(all).map(([container, state]) => ({
      name: container,
      restartCount: 0,
      state,
    }));
  return {
    metadata: {
      name,
      labels: { 'workflows.argoproj.io/workflow': workflow },
      annotations: { 'workflows.argoproj.io/node-id': nodeId },
    },
    spec: {
      nodeName: 'machine-1',
      containers: specs(containers),
      initContainers: specs(initContainers),
    },
    status: {
      phase: 'Running',
      containerStatuses: statuses(containers),
      initContainerStatuses: statuses(initContainers),
      ...options.status,
    },
  };
}
