/** A workflow, and the plane that its runs go to. */
export interface WorkflowSeed {
  /** Undefined for a ClusterWorkflow. */
  readonly namespace?: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `WorkflowPlane/NAME` or `ClusterWorkflowPlane/NAME`. */
  readonly workflowPlane: string;
  /** Builds a component from its repository. */
  readonly builder?: boolean;
  /** The steps, one after the other. */
  readonly steps: readonly string[];
}

const BUILD_STEPS = [
  'checkout-source',
  'build-image',
  'publish-image',
  'generate-workload-cr',
];

/** The workflows of the demo. */
export const WORKFLOWS: readonly WorkflowSeed[] = [
  {
    name: 'dockerfile-builder',
    title: 'Dockerfile',
    description: 'Builds an image from a Dockerfile',
    workflowPlane: 'ClusterWorkflowPlane/default',
    builder: true,
    steps: BUILD_STEPS,
  },
  {
    name: 'paketo-buildpacks-builder',
    title: 'Paketo Buildpacks',
    description: 'Builds an image without a Dockerfile',
    workflowPlane: 'ClusterWorkflowPlane/default',
    builder: true,
    steps: BUILD_STEPS,
  },
  {
    name: 'arm64-image-builder',
    title: 'Dockerfile for ARM',
    description: 'Builds an arm64 image without emulation',
    workflowPlane: 'ClusterWorkflowPlane/arm64',
    builder: true,
    steps: BUILD_STEPS,
  },
  {
    namespace: 'default',
    name: 'cleanup',
    title: 'Empty the sandbox',
    description: 'Deletes what is older than a week',
    workflowPlane: 'WorkflowPlane/default',
    steps: ['list-releases', 'delete-releases'],
  },
  {
    namespace: 'acme',
    name: 'storefront-builder',
    title: 'Storefront build',
    description: 'Builds, scans and signs a storefront service',
    workflowPlane: 'WorkflowPlane/builds',
    builder: true,
    steps: [...BUILD_STEPS.slice(0, 2), 'scan-image', ...BUILD_STEPS.slice(2)],
  },
  {
    namespace: 'acme',
    name: 'mobile-release',
    title: 'Mobile release',
    description: 'Builds both apps and submits them to the stores',
    workflowPlane: 'WorkflowPlane/mobile-ci',
    steps: ['checkout-source', 'build-apps', 'run-on-devices', 'submit'],
  },
  {
    namespace: 'globex',
    name: 'load-forecast-training',
    title: 'Load forecast training',
    description: 'Retrains the load forecast on the last 90 days',
    workflowPlane: 'WorkflowPlane/forecast-training',
    steps: ['fetch-telemetry', 'train', 'evaluate', 'publish-model'],
  },
  {
    namespace: 'globex',
    name: 'grid-model-check',
    title: 'Grid model check',
    description: 'Validates the grid model against last night’s measurements',
    workflowPlane: 'WorkflowPlane/default',
    steps: ['export-model', 'run-power-flow', 'compare'],
  },
  {
    namespace: 'initech',
    name: 'payslip-batch',
    title: 'Payslips',
    description: 'Renders and files the payslips of one pay run',
    workflowPlane: 'WorkflowPlane/ci',
    steps: ['collect-pay-run', 'render', 'file-with-archive'],
  },
  {
    namespace: 'initech',
    name: 'windows-client',
    title: 'Windows client',
    description: 'Builds and signs the desktop time sheet client',
    workflowPlane: 'WorkflowPlane/windows-ci',
    steps: ['checkout-source', 'build', 'sign'],
  },
  {
    namespace: 'vandelay',
    name: 'customs-declarations',
    title: 'Customs declarations',
    description: 'Files the declarations of one vessel call',
    workflowPlane: 'WorkflowPlane/customs-batch',
    steps: ['read-manifest', 'classify-goods', 'submit', 'await-release'],
  },
];
