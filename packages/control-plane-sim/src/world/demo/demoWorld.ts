import { agentPool, issueAgentCas, poolLeaders } from '../agentCas';
import { planeClusters } from '../planeClusters';
import { planeAgents, planeStatus } from '../planeHistory';
import { agentCaSecret, breakingEdit, planeManifest } from '../planeManifest';
import { PlaneSeed } from '../PlaneSeed';
import { World } from '../World';
import { ACME_PLANES } from './acme';
import { COMPONENT_TYPES, COMPONENTS } from './components';
import { ENVIRONMENTS } from './environments';
import { GLOBEX_PLANES } from './globex';
import { INITECH_PLANES } from './initech';
import {
  componentManifest,
  componentTypeManifest,
  controlPlaneNamespace,
  environmentManifest,
  namespaceManifest,
  workflowManifest,
} from './manifests';
import { NAMESPACES } from './namespaces';
import { PLATFORM_PLANES } from './platform';
import { VANDELAY_PLANES } from './vandelay';
import { planDemoRuns } from './runs/planDemoRuns';
import { DEMO_WORKFLOWS } from './workflows';

/** Every plane of the demo. */
export const DEMO_PLANES: readonly PlaneSeed[] = [
  ...PLATFORM_PLANES,
  ...ACME_PLANES,
  ...GLOBEX_PLANES,
  ...INITECH_PLANES,
  ...VANDELAY_PLANES,
];

/**
 * Builds the demo: five organisations on a control plane of OpenChoreo 1.2 that was upgraded from
 * 0.14 and 0.17, with a plane in every state and workflow runs of the last two weeks. Makes its certificates anew.
 *
 * @param now - the moment at which the world begins, in milliseconds since 1970
 * @public
 */
export async function demoWorld(now: number): Promise<World> {
  const issued = await issueAgentCas(DEMO_PLANES, now);
  const leaders = poolLeaders(DEMO_PLANES);
  return {
    objects: [
      controlPlaneNamespace(),
      ...NAMESPACES.map(namespaceManifest),
      ...DEMO_PLANES.flatMap(
        seed => agentCaSecret(seed, issued(seed).named) ?? [],
      ),
      ...ENVIRONMENTS.map(environmentManifest),
      ...DEMO_WORKFLOWS.map(workflowManifest),
      ...COMPONENT_TYPES.map(componentTypeManifest),
      ...COMPONENTS.map(componentManifest),
    ],
    planes: DEMO_PLANES.map(seed => ({
      manifest: planeManifest(seed, issued(seed).named),
      status: planeStatus(seed, now),
      edit: breakingEdit(seed),
      createdAt: now - seed.age,
      deleted: seed.deletion !== undefined,
      // Planes that share a pool share its agents, which must not be counted twice.
      agents:
        leaders.get(agentPool(seed)) === seed
          ? planeAgents(seed, issued(seed).signing.fingerprint, now)
          : undefined,
    })),
    ...planDemoRuns({
      planes: DEMO_PLANES,
      clusters: planeClusters(DEMO_PLANES),
      now,
    }),
  };
}
