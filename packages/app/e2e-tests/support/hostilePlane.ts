/** What must be nowhere; cut in two so that no scanner takes this file for a leak. */
export const SECRET = ['PLANTED', 'SECRET'].join('');
/** The beginning of its base64. */
export const ENCODED_SECRET = Buffer.from(SECRET)
  .toString('base64')
  .slice(0, -4);

const TIME = '2026-11-21T10:00:00Z';
const SENTENCE = [
  `cannot go on: ghp${'_'}${SECRET}abcdefghijklmnopqrstuvwxyz0123`,
  `https://me:${SECRET}@git.example.com/shop.git`,
  `password=${SECRET}`,
  `Authorization: Bearer ${SECRET}0123456789abcdef`,
  `-----BEGIN PRIVATE ${'KEY'}----- ${SECRET} -----END PRIVATE ${'KEY'}-----`,
].join(' ; ');

const ANNOTATIONS = {
  'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
    spec: { password: SECRET },
  }),
  'openchoreo.dev/description': SENTENCE,
  'example.com/token': SECRET,
};

/** A plane with secrets in everything that its resource can say, as the API server lists it. */
export const HOSTILE_PLANE = {
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'DataPlane',
  metadata: {
    name: 'hostile',
    namespace: 'acme',
    uid: 'hostile-plane-uid',
    resourceVersion: '1',
    creationTimestamp: TIME,
    annotations: { ...ANNOTATIONS, 'openchoreo.dev/display-name': 'Hostile' },
  },
  spec: {
    planeID: 'hostile',
    kubernetesCluster: { credentials: { clientKey: SECRET } },
    clusterAgent: { clientCA: { value: `${SECRET}` } },
    observer: { url: `https://me:${SECRET}@observer.example.com` },
  },
  status: {
    conditions: [
      {
        type: 'Created',
        status: 'False',
        reason: 'Failed',
        message: SENTENCE,
        lastTransitionTime: TIME,
      },
    ],
    agentConnection: { connected: false, message: SENTENCE },
  },
};

/** A run that failed with too many words; its parameters are shown to those who may see them, on its own page alone. */
export const HOSTILE_RUN = {
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'WorkflowRun',
  metadata: {
    name: 'hostile-run',
    namespace: 'default',
    uid: 'hostile-run-uid',
    resourceVersion: '1',
    creationTimestamp: TIME,
    annotations: ANNOTATIONS,
  },
  spec: {
    workflow: {
      kind: 'ClusterWorkflow',
      name: 'hostile',
      parameters: { repository: { url: 'https://git.example.com/shop.git' } },
    },
  },
  status: {
    conditions: [
      {
        type: 'WorkflowFailed',
        status: 'True',
        reason: 'Failed',
        message: SENTENCE,
        lastTransitionTime: TIME,
      },
    ],
    tasks: [
      {
        name: `deploy(0:env:prod,password:${SECRET})`,
        phase: 'Failed',
        message: SENTENCE,
        startedAt: TIME,
      },
    ],
  },
};
