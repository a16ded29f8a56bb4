/** A type of components. */
export interface ComponentTypeSeed {
  /** Undefined for a ClusterComponentType. */
  readonly namespace?: string;
  readonly name: string;
  /** Those that its components may have, `KIND/NAME`. */
  readonly workflows: readonly string[];
}

/** A component that is built on the control plane. */
export interface ComponentSeed {
  readonly namespace: string;
  readonly project: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `ClusterComponentType/NAME` or `ComponentType/NAME`. */
  readonly type: string;
  /** What builds it, `KIND/NAME`. */
  readonly workflow: string;
  /** Where its source is. */
  readonly repository: string;
}

const DOCKERFILE = 'ClusterWorkflow/dockerfile-builder';
const PAKETO = 'ClusterWorkflow/paketo-buildpacks-builder';
const ARM64 = 'ClusterWorkflow/arm64-image-builder';
const SERVICE = 'ClusterComponentType/service';

/** The component types of the demo. */
export const COMPONENT_TYPES: readonly ComponentTypeSeed[] = [
  { name: 'service', workflows: [DOCKERFILE, PAKETO, ARM64] },
  {
    namespace: 'acme',
    name: 'storefront-service',
    workflows: ['Workflow/storefront-builder', DOCKERFILE],
  },
  {
    namespace: 'acme',
    name: 'mobile-app',
    workflows: ['Workflow/mobile-release'],
  },
  {
    namespace: 'initech',
    name: 'desktop-app',
    workflows: ['Workflow/windows-client'],
  },
];

function storefront(
  name: string,
  title: string,
  description: string,
): ComponentSeed {
  return {
    namespace: 'acme',
    project: 'storefront',
    name,
    title,
    description,
    type: 'ComponentType/storefront-service',
    workflow: 'Workflow/storefront-builder',
    repository: `https://git.acme.example/storefront/${name}`,
  };
}

/** The components of the demo. Three of them are in the portal's catalog as well. */
export const COMPONENTS: readonly ComponentSeed[] = [
  storefront('checkout', 'Checkout', 'Takes orders and payments'),
  storefront(
    'product-catalogue',
    'Product catalogue',
    'Products, prices and stock',
  ),
  {
    ...storefront('shop-website', 'Shop website', 'The shop in the browser'),
    workflow: DOCKERFILE,
  },
  {
    namespace: 'acme',
    project: 'mobile',
    name: 'shopper-app',
    title: 'Shopper app',
    description: 'The shop on phones',
    type: 'ComponentType/mobile-app',
    workflow: 'Workflow/mobile-release',
    repository: 'https://git.acme.example/mobile/shopper',
  },
  {
    namespace: 'globex',
    project: 'grid',
    name: 'metering-api',
    title: 'Metering API',
    description: 'Readings of every meter, by the quarter of an hour',
    type: SERVICE,
    workflow: DOCKERFILE,
    repository: 'https://git.globex.example/grid/metering-api',
  },
  {
    namespace: 'globex',
    project: 'grid',
    name: 'substation-gateway',
    title: 'Substation gateway',
    description: 'Between the protection relays and the control room',
    type: SERVICE,
    workflow: ARM64,
    repository: 'https://git.globex.example/grid/substation-gateway',
  },
  {
    namespace: 'initech',
    project: 'payroll',
    name: 'payroll-api',
    title: 'Payroll API',
    description: 'Pay runs, payslips and corrections',
    type: SERVICE,
    workflow: DOCKERFILE,
    repository: 'https://git.initech.example/payroll/payroll-api',
  },
  {
    namespace: 'initech',
    project: 'timesheets',
    name: 'timesheet-client',
    title: 'Time sheet client',
    description: 'The desktop client, for the customers that still want it',
    type: 'ComponentType/desktop-app',
    workflow: 'Workflow/windows-client',
    repository: 'https://git.initech.example/timesheets/client',
  },
  {
    namespace: 'vandelay',
    project: 'customs',
    name: 'customs-gateway',
    title: 'Customs gateway',
    description: 'Talks to the customs offices of fourteen countries',
    type: SERVICE,
    workflow: PAKETO,
    repository: 'https://git.vandelay.example/customs/gateway',
  },
  {
    namespace: 'default',
    project: 'default',
    name: 'greeter',
    title: 'Greeter',
    description: 'Says hello, to try things out with',
    type: SERVICE,
    workflow: DOCKERFILE,
    repository: 'https://github.com/openchoreo/sample-workloads',
  },
];
