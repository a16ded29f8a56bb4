import { argoSpec, call, inputs, pod, requests, withArguments } from './argo';
import { repositoryParameters, REPOSITORY_ARGUMENTS } from './builders';
import { WorkflowSeed } from './WorkflowSeed';
import { cel } from '../../../controllers/workflowRuns/render/cel';

const REGISTRY = 'registry.acme.example/storefront';

function platform(arch: string) {
  return call(arch, 'build-platform', withArguments({ platform: arch }));
}

/** The build of a storefront service, whose integration tests fail since somebody broke the cart. */
const STOREFRONT_BUILD: WorkflowSeed = {
  namespace: 'acme',
  name: 'storefront-builder',
  title: 'Storefront build',
  description: 'Verifies, builds, tests and publishes a storefront service',
  workflowPlane: 'ClusterWorkflowPlane/default',
  builder: true,
  ttlAfterCompletion: '30d',
  parameters: repositoryParameters({
    tests: {
      type: 'object',
      default: {},
      properties: {
        integration: {
          type: 'string',
          enum: ['full', 'none'],
          default: 'full',
          description: 'Whether the integration tests run',
        },
      },
    },
  }),
  spec: argoSpec(
    'pipeline',
    [
      {
        name: 'pipeline',
        dag: {
          tasks: [
            call('checkout-source', 'checkout'),
            call('verify', 'verify', { depends: 'checkout-source' }),
            call('build-image', 'build-image', { depends: 'verify' }),
            call('integration-tests', 'integration-tests', {
              depends: 'build-image',
              when: "'{{workflow.parameters.integration}}' == 'full'",
            }),
            call('publish-image', 'publish', {
              depends:
                'integration-tests.Succeeded || integration-tests.Skipped',
            }),
          ],
        },
      },
      {
        name: 'verify',
        dag: {
          tasks: [
            call('lint', 'lint'),
            call('unit-tests', 'unit-tests'),
            call('license-scan', 'license-scan'),
          ],
        },
      },
      {
        name: 'build-image',
        dag: { tasks: [platform('amd64'), platform('arm64')] },
      },
      pod(
        'checkout',
        'docker.io/alpine/git:v2.52.0',
        'git clone --branch {{workflow.parameters.branch}} {{workflow.parameters.git-repo}} /src',
        { duration: 8, log: 'git' },
      ),
      pod(
        'lint',
        'docker.io/golangci/golangci-lint:v2.7',
        'golangci-lint run ./...',
        { duration: 3, log: 'lint' },
      ),
      pod(
        'unit-tests',
        'docker.io/library/golang:1.26',
        'go test -race ./...',
        { duration: 7, log: 'go-test' },
        requests('2', '1Gi'),
      ),
      pod(
        'license-scan',
        'docker.io/aquasec/trivy:0.68',
        'trivy fs --scanners license /src',
        { duration: 5, pending: 3, log: 'scan' },
      ),
      pod(
        'build-platform',
        'docker.io/moby/buildkit:v0.26',
        `buildctl build --opt platform=linux/{{inputs.parameters.platform}} --output type=image,name=${REGISTRY}:{{workflow.name}}`,
        { duration: 4, 'duration.arm64': 8, log: 'docker' },
        { ...inputs('platform'), ...requests('4', '4Gi') },
      ),
      pod(
        'integration-tests',
        'registry.acme.example/tools/shop-it:7',
        'shop-it --services cart,checkout,catalogue',
        { duration: '2-4', exit: 1, log: 'integration-test' },
        {
          retryStrategy: {
            limit: '2',
            backoff: { duration: '2', factor: '2' },
          },
          ...requests('1', '1Gi'),
        },
      ),
      pod(
        'publish',
        'quay.io/skopeo/stable:v1.20',
        `skopeo copy --all docker://${REGISTRY}:{{workflow.name}} docker://${REGISTRY}:latest`,
        { duration: 5, log: 'push' },
      ),
      pod(
        'notify',
        'docker.io/curlimages/curl:8.17.0',
        'curl -fsS -X POST https://chat.acme.example/hooks/builds -d "{{workflow.name}} {{workflow.status}}"',
        { duration: 2, log: 'notify' },
      ),
    ],
    {
      ...withArguments({
        ...REPOSITORY_ARGUMENTS,
        integration: cel('parameters.tests.integration'),
        'registry-token': `${cel('workflowplane.secretStore')}/registry-token`,
      }),
      onExit: 'notify',
    },
  ),
};

/** End-to-end tests against a database that runs beside them, in two browsers of one pod. */
const CHECKOUT_TESTS: WorkflowSeed = {
  namespace: 'acme',
  name: 'checkout-e2e',
  title: 'Checkout end-to-end tests',
  description: 'Buys something in every browser, against a database of its own',
  workflowPlane: 'ClusterWorkflowPlane/default',
  ttlAfterCompletion: '21d',
  spec: argoSpec('main', [
    {
      name: 'main',
      steps: [
        [call('start-database', 'postgres')],
        [
          call('load-products', 'load', {
            ...withArguments({ host: '{{steps.start-database.ip}}' }),
          }),
        ],
        [call('api-tests', 'api-tests'), call('browser-tests', 'browsers')],
        [call('report', 'report')],
      ],
    },
    pod(
      'postgres',
      'docker.io/library/postgres:18',
      'docker-entrypoint.sh postgres',
      { duration: 'forever', log: 'postgres' },
      {
        daemon: true,
        container: {
          readinessProbe: { tcpSocket: { port: 5432 }, periodSeconds: 2 },
        },
      },
    ),
    pod(
      'load',
      'registry.acme.example/tools/fixtures:7',
      'load-products --database postgres://{{inputs.parameters.host}}/shop',
      { duration: 6 },
      inputs('host'),
    ),
    pod(
      'api-tests',
      'registry.acme.example/tools/shop-it:7',
      'shop-it --services checkout --api',
      { duration: 18, log: 'go-test' },
    ),
    {
      name: 'browsers',
      metadata: {
        annotations: {
          'sim/duration.shop': '24',
          'sim/duration.chromium': '16',
          'sim/duration.firefox': '21',
          'sim/log': 'node-test',
        },
      },
      containerSet: {
        containers: [
          { name: 'shop', image: 'registry.acme.example/storefront:latest' },
          { name: 'chromium', image: 'mcr.microsoft.com/playwright:v1.60' },
          { name: 'firefox', image: 'mcr.microsoft.com/playwright:v1.60' },
        ],
      },
    },
    pod('report', 'docker.io/library/node:24', 'npx allure generate /results', {
      duration: 4,
    }),
  ]),
};

/** The price list of the suppliers, which only one run may load at a time. */
const PRICE_IMPORT: WorkflowSeed = {
  namespace: 'acme',
  name: 'price-import',
  title: 'Price import',
  description: 'Loads the price lists of the suppliers, one run at a time',
  workflowPlane: 'WorkflowPlane/builds',
  ttlAfterCompletion: '21d',
  spec: argoSpec('main', [
    {
      name: 'main',
      steps: [
        [
          call('fetch', 'fetch', {
            ...withArguments({ supplier: '{{item}}' }),
            withItems: ['north', 'south', 'overseas'],
          }),
        ],
        [call('load', 'load')],
      ],
    },
    pod(
      'fetch',
      'docker.io/curlimages/curl:8.17.0',
      'curl -fsS https://prices.example/{{inputs.parameters.supplier}}.csv -o /data/prices.csv',
      { duration: '3-9' },
      inputs('supplier'),
    ),
    pod(
      'load',
      'registry.acme.example/tools/price-loader:3',
      'price-loader --all /data',
      { duration: 15 },
      { synchronization: { mutexes: [{ name: 'price-list' }] } },
    ),
  ]),
};

/** Both apps, on machines in the office. */
const MOBILE_RELEASE: WorkflowSeed = {
  namespace: 'acme',
  name: 'mobile-release',
  title: 'Mobile release',
  description: 'Builds both apps and submits them to the stores',
  workflowPlane: 'WorkflowPlane/mobile-ci',
  ttlAfterCompletion: '30d',
  parameters: repositoryParameters(),
  spec: argoSpec(
    'main',
    [
      {
        name: 'main',
        steps: [
          [call('checkout-source', 'checkout')],
          [
            call('build-ios', 'build', withArguments({ target: 'ios' })),
            call(
              'build-android',
              'build',
              withArguments({ target: 'android' }),
            ),
          ],
          [
            call('run-on-devices', 'device', {
              ...withArguments({ device: '{{item}}' }),
              withItems: ['iphone-17', 'iphone-se', 'pixel-10', 'galaxy-s26'],
            }),
          ],
          [call('submit', 'submit')],
        ],
      },
      pod(
        'checkout',
        'docker.io/alpine/git:v2.52.0',
        'git clone {{workflow.parameters.git-repo}} /src',
        { duration: 5, log: 'git' },
      ),
      pod(
        'build',
        'registry.acme.example/mobile/builder:26',
        'fastlane build {{inputs.parameters.target}}',
        { duration: 160 },
        inputs('target'),
      ),
      pod(
        'device',
        'registry.acme.example/mobile/device-farm:4',
        'device-farm run {{inputs.parameters.device}}',
        { duration: '60-120', log: 'node-test' },
        inputs('device'),
      ),
      pod(
        'submit',
        'registry.acme.example/mobile/builder:26',
        'fastlane submit',
        { duration: 20 },
      ),
    ],
    withArguments(REPOSITORY_ARGUMENTS),
  ),
};

/** The workflows of Acme. */
export const ACME_WORKFLOWS: readonly WorkflowSeed[] = [
  STOREFRONT_BUILD,
  CHECKOUT_TESTS,
  PRICE_IMPORT,
  MOBILE_RELEASE,
];
