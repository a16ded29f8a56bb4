import type {
  KubernetesObject,
  PlantedObject,
} from '@openchoreo-planes/control-plane-sim';
import { BY_FORM, BY_PLACE, PRIVATE_KEY, SENTENCE } from './plantedSecrets';

const API_VERSION = 'openchoreo.dev/v1alpha1';
const CREATED_AT = Date.parse('2026-11-21T10:00:00Z');
const TIME = '2026-11-21T10:00:00Z';
const NAMESPACE = 'workflows-acme';
const WORKFLOW = 'hostile-run';
const POD = `${WORKFLOW}-step-1099302475`;

/** Parameters that are secrets by their names or by their forms, at every depth. */
const PARAMETERS = {
  ...BY_FORM,
  dbPassword: BY_PLACE,
  GIT_TOKEN: BY_PLACE,
  credentials: { key: BY_PLACE, list: [BY_PLACE] },
  env: [
    { name: 'API_KEY', value: BY_PLACE },
    { name: 'harmless', value: BY_FORM.githubToken },
  ],
  args: ['--token', BY_PLACE, '--verbose'],
  repository: { url: BY_FORM.basicAuth, secretRef: 'git' },
  nested: { deep: { deeper: [{ text: SENTENCE }] } },
};

const VALUES = Object.entries({ ...BY_FORM, dbPassword: BY_PLACE }).map(
  ([name, value]) => ({ name, value }),
);

function annotations() {
  return {
    'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
      spec: { password: BY_PLACE, key: PRIVATE_KEY, text: SENTENCE },
    }),
    'openchoreo.dev/display-name': `Shop ${BY_FORM.githubToken}`,
    'openchoreo.dev/description': SENTENCE,
    'example.com/token': BY_PLACE,
  };
}

function conditions(type: string) {
  return [
    {
      type,
      status: 'False',
      reason: 'Failed',
      message: SENTENCE,
      lastTransitionTime: TIME,
    },
  ];
}

/** A data plane of OpenChoreo's first releases, which held the keys of its cluster. */
export const HOSTILE_PLANE = {
  apiVersion: API_VERSION,
  kind: 'DataPlane',
  metadata: {
    name: 'hostile',
    namespace: 'acme',
    uid: 'hostile-plane-uid',
    resourceVersion: '1',
    creationTimestamp: TIME,
    annotations: annotations(),
    managedFields: [{ manager: BY_PLACE }],
  },
  spec: {
    planeID: 'hostile',
    kubernetesCluster: {
      name: 'shop',
      credentials: {
        apiServerURL: BY_FORM.basicAuth,
        clientKey: BY_PLACE,
        clientCert: PRIVATE_KEY,
        token: BY_PLACE,
      },
    },
    clusterAgent: { clientCA: { value: PRIVATE_KEY } },
    registry: { prefix: BY_FORM.basicAuth, secretRef: BY_FORM.githubToken },
    observer: {
      url: BY_FORM.basicAuth,
      authentication: { basicAuth: { username: 'me', password: BY_PLACE } },
    },
    gateway: { publicVirtualHost: BY_FORM.githubToken },
    anything: { password: BY_PLACE },
  },
  status: {
    conditions: conditions('Created'),
    agentConnection: { connected: false, message: SENTENCE },
  },
};

/** A run whose parameters, conditions and tasks hold secrets, and whose Argo workflow does. */
export const HOSTILE_RUN = {
  apiVersion: API_VERSION,
  kind: 'WorkflowRun',
  metadata: {
    name: WORKFLOW,
    namespace: 'acme',
    uid: 'hostile-run-uid',
    resourceVersion: '1',
    creationTimestamp: TIME,
    annotations: annotations(),
  },
  spec: {
    workflow: {
      kind: 'ClusterWorkflow',
      name: 'build',
      parameters: PARAMETERS,
    },
  },
  status: {
    conditions: [
      ...conditions('WorkflowSucceeded'),
      { ...conditions('WorkflowFailed')[0], status: 'True' },
    ],
    tasks: [
      { name: 'step', phase: 'Failed', message: SENTENCE, startedAt: TIME },
      {
        name: `deploy(0:env:prod,password:${BY_PLACE})`,
        phase: 'Failed',
        message: SENTENCE,
        startedAt: TIME,
      },
    ],
    runReference: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name: WORKFLOW,
      namespace: NAMESPACE,
    },
  },
};

/** The same, of a workflow that is not known, so that the control plane's record is all that there is. */
export const HOSTILE_RECORD = {
  ...HOSTILE_RUN,
  metadata: {
    ...HOSTILE_RUN.metadata,
    name: 'hostile-record',
    uid: 'hostile-record-uid',
  },
  status: { ...HOSTILE_RUN.status, runReference: undefined },
};

function node(id: string, name: string, more: object) {
  return {
    id,
    name,
    displayName: name.split('.').at(-1),
    type: 'Pod',
    templateName: 'step',
    phase: 'Failed',
    message: SENTENCE,
    startedAt: TIME,
    finishedAt: '2026-11-21T10:01:00Z',
    inputs: {
      parameters: VALUES,
      artifacts: [
        { name: 'source', git: { repo: BY_FORM.basicAuth } },
        { name: 'raw', raw: { data: BY_PLACE } },
        { name: 'http', http: { url: BY_FORM.basicAuth } },
      ],
    },
    outputs: { parameters: VALUES, result: SENTENCE, exitCode: '1' },
    ...more,
  };
}

/** The ids of the nodes of the hostile run. */
export const NODE_IDS = [`${WORKFLOW}-1099302475`, `${WORKFLOW}-2`];

function planted(
  group: string,
  plural: string,
  name: string,
  content: object,
): PlantedObject {
  return {
    group,
    plural,
    name,
    ...(plural !== 'clustersecretstores' && { namespace: NAMESPACE }),
    labels: { 'workflows.argoproj.io/workflow': WORKFLOW },
    createdAt: CREATED_AT,
    content: JSON.parse(JSON.stringify(content)),
  };
}

const waiting = { reason: 'ImagePullBackOff', message: SENTENCE };
const terminated = {
  exitCode: 1,
  reason: 'Error',
  message: SENTENCE,
  startedAt: TIME,
  finishedAt: TIME,
};

/** What is in the cluster of the workflow plane: a workflow, its pod and events, and a secret store that says too much. */
export const CLUSTER_OBJECTS: readonly PlantedObject[] = [
  planted('argoproj.io', 'workflows', WORKFLOW, {
    spec: {
      arguments: { parameters: VALUES },
      templates: [{ name: 'step', container: { env: VALUES } }],
    },
    status: {
      phase: 'Failed',
      message: SENTENCE,
      startedAt: TIME,
      finishedAt: '2026-11-21T10:01:00Z',
      nodes: Object.fromEntries(
        [
          node(NODE_IDS[0], `${WORKFLOW}.step`, {}),
          node(
            NODE_IDS[1],
            `${WORKFLOW}.deploy(0:env:prod,password:${BY_PLACE})`,
            { templateName: `deploy ${BY_FORM.githubToken}` },
          ),
        ].map(each => [each.id, each]),
      ),
    },
  }),
  planted('', 'pods', POD, {
    spec: {
      containers: [
        {
          name: 'main',
          image: 'alpine:3',
          env: VALUES,
          args: ['--token', BY_PLACE],
        },
        { name: 'sidecar', image: 'alpine:3', env: VALUES },
      ],
    },
    status: {
      phase: 'Failed',
      reason: 'Evicted',
      message: SENTENCE,
      containerStatuses: [
        { name: 'main', restartCount: 0, state: { terminated } },
        { name: 'sidecar', restartCount: 0, state: { waiting } },
      ],
    },
  }),
  planted('', 'events', 'event', {
    involvedObject: { kind: 'Workflow', name: WORKFLOW },
    type: 'Warning',
    reason: 'Failed',
    message: SENTENCE,
    firstTimestamp: TIME,
    lastTimestamp: TIME,
  }),
  planted('external-secrets.io', 'clustersecretstores', 'default', {
    spec: { provider: { vault: { auth: BY_PLACE } } },
    status: { conditions: conditions('Ready') },
  }),
];

/** What is created as a person would: the API server keeps it, so that the forms read it again. */
export function ordinaryObjects(caPem: string): KubernetesObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'agent-ca', namespace: 'acme' },
      data: { 'ca.crt': Buffer.from(BY_PLACE).toString('base64') },
    },
    {
      apiVersion: API_VERSION,
      kind: 'DataPlane',
      metadata: {
        name: 'ordinary',
        namespace: 'acme',
        annotations: annotations(),
      },
      spec: {
        planeID: 'ordinary',
        clusterAgent: {
          clientCA: { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
        },
      },
    },
    {
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflowPlane',
      metadata: { name: 'ci', annotations: annotations() },
      spec: {
        planeID: 'ci',
        clusterAgent: { clientCA: { value: caPem } },
        secretStoreRef: { name: 'default' },
      },
    },
    {
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflow',
      metadata: { name: 'build', annotations: annotations() },
      spec: {
        workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'ci' },
        runTemplate: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Workflow',
          metadata: { name: 'any' },
          spec: { arguments: { parameters: VALUES } },
        },
      },
    },
    {
      apiVersion: API_VERSION,
      kind: 'WorkflowRun',
      metadata: {
        name: 'ordinary',
        namespace: 'acme',
        annotations: annotations(),
      },
      spec: {
        workflow: {
          kind: 'ClusterWorkflow',
          name: 'build',
          parameters: PARAMETERS,
        },
      },
    },
  ];
}
