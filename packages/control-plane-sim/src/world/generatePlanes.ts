import { AgentCa } from './certificates';
import { DAY, HOUR } from './durations';
import { planeAgents, planeStatus } from './planeHistory';
import { planeManifest } from './planeManifest';
import { PlaneLife, PlaneSeed } from './PlaneSeed';
import { World } from './World';

/** The kinds in the proportions of a large installation, over and over. */
const KINDS = [
  'DataPlane',
  'DataPlane',
  'WorkflowPlane',
  'DataPlane',
  'ObservabilityPlane',
  'DataPlane',
  'BuildPlane',
  'DataPlane',
  'WorkflowPlane',
  'DataPlane',
  'ClusterDataPlane',
  'DataPlane',
  'WorkflowPlane',
  'DataPlane',
  'ObservabilityPlane',
  'ClusterWorkflowPlane',
  'DataPlane',
  'ClusterBuildPlane',
  'DataPlane',
  'ClusterObservabilityPlane',
];
/** Every so many planes one has lost its agents. */
const DISCONNECTED_EVERY = 50;

/** What {@link generatePlanes} makes. @public */
export interface GeneratePlanesOptions {
  readonly count: number;
  /** Over how many namespaces the namespaced planes are spread. */
  readonly namespaces: number;
  /** Only these kinds; all of them unless given. */
  readonly kinds?: readonly string[];
  /** The CAs that the planes name, in turn; see {@link createAgentCas}. */
  readonly agentCas: readonly AgentCa[];
  /** The moment at which the world begins, in milliseconds since 1970. */
  readonly now: number;
}

function namespaceName(index: number): string {
  return `team-${String(index + 1).padStart(4, '0')}`;
}

function life(index: number): PlaneLife {
  const sinceThen = ((index % 29) + 1) * DAY;
  return index % DISCONNECTED_EVERY === DISCONNECTED_EVERY - 1
    ? {
        state: 'disconnected',
        lostAgo: ((index % 7) + 1) * HOUR,
        connectedForBefore: sinceThen,
      }
    : {
        state: 'connected',
        agents: index % 10 === 0 ? 2 : 1,
        connectedFor: sinceThen,
      };
}

function generateSeed(
  index: number,
  kind: string,
  namespaces: number,
): PlaneSeed {
  const number = String(index + 1).padStart(5, '0');
  return {
    kind,
    namespace: kind.startsWith('Cluster')
      ? undefined
      : namespaceName(index % namespaces),
    name: `plane-${number}`,
    title: `Plane ${number}`,
    description: `One of many, of kind ${kind}`,
    owner: `group:default/team-${(index % 40) + 1}`,
    planeID: `p${number}`,
    spec: kind.endsWith('ObservabilityPlane')
      ? { observerURL: `https://observer-${number}.example` }
      : undefined,
    age: ((index % 300) + 30) * DAY,
    life: life(index),
  };
}

/**
 * Makes planes by the thousand, for benchmarks: mixed kinds, a planeID each, and the same for the
 * same options. The build kinds among them need the definitions of OpenChoreo 0.17.
 *
 * @public
 */
export function generatePlanes(options: GeneratePlanesOptions): World {
  const { count, namespaces, agentCas, now } = options;
  const kinds = KINDS.filter(kind => options.kinds?.includes(kind) ?? true);
  return {
    objects: Array.from({ length: namespaces }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespaceName(index) },
    })),
    planes: Array.from({ length: count }, (_, index) => {
      const seed = generateSeed(index, kinds[index % kinds.length], namespaces);
      const ca = agentCas[index % agentCas.length];
      return {
        manifest: planeManifest(seed, ca),
        status: planeStatus(seed, now),
        agents: planeAgents(seed, ca.fingerprint, now),
      };
    }),
  };
}
