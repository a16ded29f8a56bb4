import {
  TestClusterGateways,
  type TestManifest,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { createAgentCa } from '@openchoreo-planes/control-plane-sim';
import { runSteps, type StepsResult } from '../runSteps';
import { contextOf, expectUsable, NOW } from './planes';

const DAY_MS = 24 * 60 * 60_000;

/** Runs the steps of a test where everything is well, but for what a test changes. */
export class StepBench {
  readonly inventory = new TestPlaneInventory();
  readonly gateways: TestClusterGateways;

  /** @param controlPlanes - those with a gateway */
  constructor(controlPlanes: readonly string[] = ['default']) {
    this.gateways = new TestClusterGateways(controlPlanes);
    this.gateways.get('default')?.onGet((_, { path }) => ({
      ok: true,
      value:
        path[0] === 'version'
          ? { gitVersion: 'v1.34.4' }
          : { metadata: { uid: 'cluster-uid' } },
    }));
  }

  /** Tests a plane whose agent is connected. */
  async run(
    subject: TestManifest,
    others: readonly TestManifest[] = [],
  ): Promise<StepsResult> {
    this.inventory.listAll([subject, ...others]);
    const { planes } = this.inventory.snapshot();
    const plane = planes.find(({ ref }) => ref.name === subject.metadata.name);
    if (!plane) {
      throw new Error('The plane is not known');
    }
    this.gateways.get('default')?.connect({
      planeType: plane.gatewayPlaneType,
      planeID: plane.planeID,
    });
    const context = contextOf(plane, this.inventory, this.gateways);
    const result = await runSteps(context, () => {});
    expectUsable(result.steps);
    return result;
  }
}

/**
 * Makes the certificate of a CA for agents.
 *
 * @param days - from when to when it is valid, counted from now
 */
export async function makeCA(
  days: [number, number],
  isCA = true,
): Promise<string> {
  const [notBefore, notAfter] = days.map(
    count => NOW.getTime() + count * DAY_MS,
  );
  const commonName = 'agents of acme';
  const ca = await createAgentCa({ commonName, notBefore, notAfter, isCA });
  return ca.pem;
}

/** The spec of a plane with an agent CA inline. */
export function inline(value: string, spec: object = {}) {
  return { clusterAgent: { clientCA: { value } }, ...spec };
}
