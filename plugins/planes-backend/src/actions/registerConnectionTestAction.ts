import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  GuardedConnectionTests,
  type GuardedConnectionTestsOptions,
  lastReport,
} from '../connectionTest';
import { describeQuestion, findPlane } from './findPlane';
import { reportOutput } from './reportOutput';

/** What the action needs. */
export interface ConnectionTestActionOptions
  extends GuardedConnectionTestsOptions {
  readonly actionsRegistry: ActionsRegistryService;
  readonly inventory: PlaneInventory;
  /** The entity namespace of Cluster kinds. */
  readonly clusterScopedNamespace: string;
}

const DESCRIPTION = `
Tests the connection of an OpenChoreo plane (data, workflow, build or observability plane) layer by layer, and tells
which layer is broken and how to repair it.

## When to use

- A plane is disconnected, stale or not authorised, and you want to know why.
- Deployments or workflow runs on a plane fail, and you want to know whether the plane can be reached at all.
- After a repair, to see whether it helped: give \`fresh: true\` then.

## What it does

Looks at the plane's resource and agent CA, asks the cluster gateway for the plane's agent, sends a few GET requests
through the agent to the Kubernetes API of the plane's cluster, and checks what the type of plane needs there. It changes
nothing. A test takes a second or two, up to a minute where an agent hangs. A report of the last few seconds is given
again unless \`fresh\` is set. It needs the permissions \`openchoreo.plane.read\` and \`openchoreo.plane.connection.test\`.

## What it gives

A report with \`outcome\` and one entry for each of the steps; a step that did not pass has a \`remedy\` with the commands
to run. Steps after a failed one are skipped where they cannot succeed.
`.trim();

/** Offers connection tests to tools, with the same permissions as over HTTP. */
export function registerConnectionTestAction(
  options: ConnectionTestActionOptions,
): void {
  const { actionsRegistry, inventory, clusterScopedNamespace } = options;
  const guarded = new GuardedConnectionTests(options);
  actionsRegistry.register({
    name: 'test-plane-connection',
    title: 'Test Plane Connection',
    description: DESCRIPTION,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'The reference of its catalog entity, for example "resource:default/data-plane-eu"',
            ),
          uid: z
            .string()
            .optional()
            .describe("The uid of the plane's Kubernetes resource"),
          kind: z
            .string()
            .optional()
            .describe('The kind of its resource, for example "DataPlane"'),
          namespace: z
            .string()
            .optional()
            .describe('The namespace of its resource; none for Cluster kinds'),
          name: z.string().optional().describe('The name of its resource'),
          controlPlane: z
            .string()
            .optional()
            .describe(
              'The control plane, where planes of several have the same kind and name',
            ),
          fresh: z
            .boolean()
            .optional()
            .describe('Test even when a recent report is at hand'),
        }),
      output: reportOutput,
    },
    examples: [
      {
        title: 'Test a plane of the catalog',
        input: { entityRef: 'resource:default/cluster-data-plane-default' },
      },
      {
        title: 'Test a plane by its resource, after a repair',
        input: {
          kind: 'WorkflowPlane',
          namespace: 'acme',
          name: 'ci',
          fresh: true,
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { fresh, ...question } = input;
      const events = await guarded.run({
        credentials,
        asked: describeQuestion(question),
        find: () => findPlane(question, inventory, clusterScopedNamespace),
        // Actions cannot be cancelled; the test ends by its own time limit.
        signal: new AbortController().signal,
        fresh,
      });
      const report = await lastReport(events);
      if (!report) {
        throw new Error('The test ended without a report');
      }
      return { output: { report } };
    },
  });
}
