import { simulatedPlaneKind } from '../controllers/planeKinds';
import { objectAt, stringAt } from '../objects/json';
import { SimulatedCluster } from '../planeClusters/PlaneClusters';
import { agentPool, poolLeaders } from './agentCas';
import { PlaneSeed } from './PlaneSeed';

/** As different as those of several teams and providers are. */
const KUBERNETES_VERSIONS = ['v1.34.4', 'v1.33.7-eks-3c60543', 'v1.34.2+k3s1'];
const LATENCIES_MS = [9, 84, 17, 31, 142, 12, 23];

function secretStoresOf(seeds: readonly PlaneSeed[]) {
  const names = seeds.flatMap(
    ({ spec }) => stringAt(objectAt(spec, 'secretStoreRef'), 'name') ?? [],
  );
  return [...new Set(names)].map(name => ({ name }));
}

/** The clusters that planes live in, with the secret stores that the planes refer to. */
export function planeClusters(seeds: readonly PlaneSeed[]): SimulatedCluster[] {
  const clusters = new Map<string, PlaneSeed[]>();
  const leaders = poolLeaders(seeds);
  for (const seed of seeds) {
    const name = leaders.get(agentPool(seed))?.cluster ?? agentPool(seed);
    clusters.set(name, [...(clusters.get(name) ?? []), seed]);
  }
  return [...clusters].map(([name, members], index) => ({
    name,
    kubernetesVersion: KUBERNETES_VERSIONS[index % KUBERNETES_VERSIONS.length],
    latencyMs: LATENCIES_MS[index % LATENCIES_MS.length],
    planes: members
      .filter(seed => leaders.get(agentPool(seed)) === seed)
      .map(seed => ({
        planeType: simulatedPlaneKind(seed.kind).planeType,
        planeID: seed.planeID ?? seed.name,
        behaviour: seed.behaviour,
      })),
    secretStores: secretStoresOf(members),
  }));
}
