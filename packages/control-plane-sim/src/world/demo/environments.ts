/** An environment, and the plane that its workloads run on. */
export interface EnvironmentSeed {
  readonly namespace: string;
  readonly name: string;
  readonly title: string;
  /** `DataPlane/NAME`, `ClusterDataPlane/NAME`, or undefined for the namespace's default. */
  readonly dataPlane?: string;
  readonly production?: boolean;
}

function environment(
  namespace: string,
  name: string,
  title: string,
  dataPlane?: string,
  kind?: 'production',
): EnvironmentSeed {
  return { namespace, name, title, dataPlane, production: kind !== undefined };
}

/** The environments of the demo. Those of `scada-legacy` keep it from being deleted. */
export const ENVIRONMENTS: readonly EnvironmentSeed[] = [
  environment('default', 'development', 'Development'),
  environment('default', 'staging', 'Staging', 'ClusterDataPlane/default'),
  environment(
    'default',
    'production',
    'Production',
    'ClusterDataPlane/default',
    'production',
  ),
  environment('acme', 'development', 'Development', 'DataPlane/development'),
  environment('acme', 'staging', 'Staging', 'DataPlane/staging'),
  environment(
    'acme',
    'production-eu-central',
    'Production, EU Central',
    'DataPlane/eu-central-prod',
    'production',
  ),
  environment(
    'acme',
    'production-eu-west',
    'Production, EU West',
    'DataPlane/eu-west-prod',
    'production',
  ),
  environment(
    'acme',
    'production-us',
    'Production, US',
    'DataPlane/us-east-prod',
    'production',
  ),
  environment(
    'acme',
    'fulfilment',
    'Fulfilment',
    'DataPlane/rotterdam',
    'production',
  ),
  environment(
    'acme',
    'payments',
    'Payments',
    'DataPlane/cardholder-data',
    'production',
  ),
  environment(
    'globex',
    'development',
    'Development',
    'ClusterDataPlane/us-shared',
  ),
  environment('globex', 'staging', 'Staging', 'DataPlane/us-west'),
  environment(
    'globex',
    'production-east',
    'Production, eastern grid',
    'DataPlane/us-east',
    'production',
  ),
  environment(
    'globex',
    'production-west',
    'Production, western grid',
    'DataPlane/us-west',
    'production',
  ),
  environment(
    'globex',
    'trading',
    'Trading',
    'DataPlane/trading',
    'production',
  ),
  environment(
    'globex',
    'scada-test',
    'SCADA test bench',
    'DataPlane/scada-legacy',
  ),
  environment(
    'globex',
    'scada',
    'SCADA',
    'DataPlane/scada-legacy',
    'production',
  ),
  environment('initech', 'acceptance', 'Acceptance', 'DataPlane/uat'),
  environment(
    'initech',
    'production',
    'Production',
    'DataPlane/payroll-primary',
    'production',
  ),
  environment(
    'initech',
    'disaster-recovery',
    'Disaster recovery',
    'DataPlane/payroll-dr',
    'production',
  ),
  environment('initech', 'austin-plant', 'Austin plant', 'DataPlane/edge-01'),
  environment('vandelay', 'staging', 'Staging', 'ClusterDataPlane/default'),
  environment(
    'vandelay',
    'production-emea',
    'Production, EMEA',
    'DataPlane/rotterdam',
    'production',
  ),
  environment(
    'vandelay',
    'production-apac',
    'Production, APAC',
    'DataPlane/singapore',
    'production',
  ),
];
