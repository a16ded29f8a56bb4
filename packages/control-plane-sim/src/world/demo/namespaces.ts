/** A namespace that holds an organisation. */
export interface NamespaceSeed {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** The organisations of the demo. */
export const NAMESPACES: readonly NamespaceSeed[] = [
  {
    name: 'default',
    title: 'Platform',
    description: 'The sandbox of the platform team',
  },
  { name: 'acme', title: 'Acme', description: 'Online retail' },
  { name: 'globex', title: 'Globex', description: 'Power generation and grid' },
  { name: 'initech', title: 'Initech', description: 'Payroll and time sheets' },
  {
    name: 'vandelay',
    title: 'Vandelay Industries',
    description: 'Import and export',
  },
];

/** Where OpenChoreo itself runs, and where Cluster kinds keep their secrets. */
export const CONTROL_PLANE_NAMESPACE = 'openchoreo-control-plane';
