import { JsonObject } from '../../../objects/json';
import { argoSpec, callShared, withArguments } from './argo';
import { WorkflowSeed } from './WorkflowSeed';
import { cel } from '../../../controllers/workflowRuns/render/cel';

const TEXT = { type: 'string' };
const VENDOR = 'x-openchoreo-component-parameter-repository';

/** The parameters of everything that is built from a repository. */
export function repositoryParameters(further: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    required: ['repository'],
    properties: {
      repository: {
        type: 'object',
        required: ['url'],
        properties: {
          url: { ...TEXT, [`${VENDOR}-url`]: true },
          revision: {
            type: 'object',
            default: {},
            properties: {
              branch: { ...TEXT, default: 'main', [`${VENDOR}-branch`]: true },
              commit: { ...TEXT, default: '', [`${VENDOR}-commit`]: true },
            },
          },
          appPath: { ...TEXT, default: '.', [`${VENDOR}-app-path`]: true },
        },
      },
      ...further,
    },
  };
}

/** The same, as arguments of an Argo workflow. */
export const REPOSITORY_ARGUMENTS: Record<string, string> = {
  'git-repo': cel('parameters.repository.url'),
  branch: cel('parameters.repository.revision.branch'),
  commit: cel('parameters.repository.revision.commit'),
  'app-path': cel('parameters.repository.appPath'),
};

const DOCKER = {
  docker: {
    type: 'object',
    default: {},
    properties: {
      context: { ...TEXT, default: '.' },
      filePath: { ...TEXT, default: './Dockerfile' },
    },
  },
};
const COMPONENT = cel("metadata.labels['openchoreo.dev/component']");
const PROJECT = cel("metadata.labels['openchoreo.dev/project']");
const REVISION = '{{steps.checkout-source.outputs.parameters.git-revision}}';

const PUSH_SECRET_NAME = `${cel(
  'metadata.workflowRunName',
)}-registry-push-secret`;

const BUILD_ARGUMENTS = withArguments({
  'component-name': COMPONENT,
  'project-name': PROJECT,
  'workflowrun-name': cel('metadata.workflowRunName'),
  'namespace-name': cel('metadata.namespaceName'),
  ...REPOSITORY_ARGUMENTS,
  'image-name': `${cel('metadata.namespaceName')}-${PROJECT}-${COMPONENT}`,
  'image-tag': 'v1',
  'registry-push-secret': PUSH_SECRET_NAME,
});

/** The credentials with which an image is pushed, out of the plane's secret store. */
const PUSH_SECRET = {
  id: 'registry-push-secret',
  template: {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: PUSH_SECRET_NAME,
      namespace: cel('metadata.namespace'),
    },
    spec: {
      refreshInterval: '15s',
      secretStoreRef: {
        kind: 'ClusterSecretStore',
        name: cel('workflowplane.secretStore'),
      },
      target: { name: PUSH_SECRET_NAME },
      data: [
        {
          secretKey: 'registrysecret',
          remoteRef: { key: 'registry-push-secret', property: 'value' },
        },
      ],
    },
  },
};

function build(name: string, reference: string, platform: string): JsonObject {
  return callShared(
    name,
    reference,
    withArguments({ 'git-revision': REVISION, platform }),
  );
}

/** Checks out, builds in parallel, publishes, and writes the workload down. */
function buildSpec(...builds: JsonObject[]): JsonObject {
  const steps = [
    [callShared('checkout-source', 'checkout-source/checkout')],
    builds,
    [
      callShared(
        'publish-image',
        'publish-image/publish-image',
        withArguments({ 'git-revision': REVISION }),
      ),
    ],
    [
      callShared(
        'generate-workload-cr',
        'generate-workload/generate-workload-cr',
        withArguments({
          image: '{{steps.publish-image.outputs.parameters.image}}',
        }),
      ),
    ],
  ];
  return argoSpec(
    'build-workflow',
    [{ name: 'build-workflow', steps }],
    BUILD_ARGUMENTS,
  );
}

/** The builders that every organisation can use. */
export const BUILDERS: readonly WorkflowSeed[] = [
  {
    name: 'dockerfile-builder',
    title: 'Dockerfile',
    description: 'Builds an image for amd64 and arm64 from a Dockerfile',
    workflowPlane: 'ClusterWorkflowPlane/default',
    builder: true,
    ttlAfterCompletion: '30d',
    parameters: repositoryParameters(DOCKER),
    spec: buildSpec(
      build('build-image-amd64', 'containerfile-build/build-image', 'amd64'),
      build('build-image-arm64', 'containerfile-build/build-image', 'arm64'),
    ),
    resources: [PUSH_SECRET],
  },
  {
    name: 'paketo-buildpacks-builder',
    title: 'Paketo Buildpacks',
    description: 'Builds an image without a Dockerfile',
    workflowPlane: 'ClusterWorkflowPlane/default',
    builder: true,
    ttlAfterCompletion: '30d',
    parameters: repositoryParameters(),
    spec: {
      ...buildSpec(
        build('build-image', 'buildpack-build/build-image', 'amd64'),
      ),
      // Argo itself deletes its workflows after three days; what the control plane wrote down stays.
      ttlStrategy: { secondsAfterCompletion: 259_200 },
    },
  },
  {
    name: 'arm64-image-builder',
    title: 'Dockerfile for ARM',
    description: 'Builds an arm64 image without emulation',
    workflowPlane: 'ClusterWorkflowPlane/arm64',
    builder: true,
    ttlAfterCompletion: '30d',
    parameters: repositoryParameters(DOCKER),
    spec: buildSpec(
      build('build-image', 'containerfile-build/build-image', 'arm64'),
    ),
  },
];
