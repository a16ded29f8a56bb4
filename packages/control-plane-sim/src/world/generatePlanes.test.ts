import { SIMULATED_PLANE_KINDS } from '../controllers/planeKinds';
import { startTestControlPlane } from '../testing/startTestControlPlane';
import { readKubeconfig } from '../testUtils/readKubeconfig';
import { applyWorld } from './applyWorld';
import { AgentCa } from './certificates';
import { generatePlanes } from './generatePlanes';

const CAS: AgentCa[] = [
  { pem: 'one', fingerprint: '01' },
  { pem: 'two', fingerprint: '02' },
];
const OPTIONS = {
  count: 1_000,
  namespaces: 50,
  agentCas: CAS,
  now: Date.parse('2026-11-21T10:00:00Z'),
};

jest.setTimeout(120_000);

describe('generatePlanes', () => {
  it('makes the same planes every time, each with a planeID of its own', () => {
    const { objects, planes } = generatePlanes(OPTIONS);
    expect(generatePlanes(OPTIONS)).toEqual({ objects, planes });
    const ids = planes.map(({ manifest }) => {
      const { planeID } = manifest.spec as { planeID: string };
      return planeID;
    });
    expect(new Set(ids).size).toBe(1_000);
    expect(objects).toHaveLength(50);
    const namespaces = planes.map(p => p.manifest.metadata.namespace);
    expect(new Set(namespaces).size).toBe(51);
    expect(new Set(planes.map(({ manifest }) => manifest.kind)).size).toBe(8);
    expect(planes.filter(({ agents }) => agents).length).toBe(980);
  });

  it('keeps to the kinds that it is given', () => {
    const kinds = ['DataPlane', 'ClusterWorkflowPlane'];
    const { planes } = generatePlanes({ ...OPTIONS, kinds });
    expect(planes).toHaveLength(1_000);
    expect(new Set(planes.map(({ manifest }) => manifest.kind))).toEqual(
      new Set(kinds),
    );
  });

  it('makes planes that a control plane admits', async () => {
    const controlPlane = await startTestControlPlane({
      releases: ['v0.17.0', 'v1.2.0'],
    });
    try {
      await applyWorld(
        await readKubeconfig(controlPlane.kubeconfigFile),
        generatePlanes({ ...OPTIONS, count: 60, namespaces: 5 }),
      );
      const lists = await Promise.all(
        SIMULATED_PLANE_KINDS.map(({ plural }) =>
          controlPlane.client.list(plural),
        ),
      );
      expect(lists.flat()).toHaveLength(60);
      expect(lists.flat().every(({ status }) => status !== undefined)).toBe(
        true,
      );
    } finally {
      await controlPlane.stop();
    }
  });
});
