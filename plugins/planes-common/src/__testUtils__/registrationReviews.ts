import { agentCA, otherCA } from '../__fixtures__/certificates';
import { PLANE_KINDS } from '../model/kinds';
import {
  reviewRegistration,
  ReviewRegistrationContext,
} from '../registration/reviewRegistration';
import { servedPlaneKinds } from '../registration/servedKinds';
import { openAPIOf, servedBy } from './openAPI';
import { plane } from './planes';

const servedByV12 = servedBy('v1.2.0');
const observer = plane({
  kind: 'ClusterObservabilityPlane',
  metadata: { name: 'default' },
  spec: {
    planeID: 'obs',
    observerURL: 'https://observer.example',
    clusterAgent: { clientCA: { value: otherCA } },
  },
});

/** An agent CA in the registration itself. */
export const inline = (value: unknown) => ({
  agentCA: { source: 'inline', value },
});

/** A Secret without namespace. */
export const secretKeyRef = { name: 'edge-agent-ca', key: 'ca.crt' };

/** An agent CA in {@link secretKeyRef}. */
export const inSecret = { source: 'secret', secretKeyRef };

/** A registration of which there is nothing to say. */
export const clean = {
  controlPlane: 'default',
  kind: 'ClusterDataPlane',
  name: 'edge-02',
  planeID: 'edge-02',
  ...inline(agentCA),
  secretStore: 'vault',
};

/** Makes the plane a namespaced one. */
export const namespaced = { kind: 'DataPlane', namespace: 'acme' };

/** Makes the plane an observability plane. */
export const observability = {
  kind: 'ClusterObservabilityPlane',
  secretStore: undefined,
  observerURL: 'https://observer.edge.example',
};

/** Names an observability plane. */
export const observedBy = (kind: string, name: string) => ({
  observabilityPlaneRef: { kind, name },
});

/** What an upgraded control plane serves: the CustomResourceDefinitions of its older release stay behind. */
export const servedAfterUpgrade = servedPlaneKinds(
  {
    components: {
      schemas: {
        ...openAPIOf('v0.17.0').components.schemas,
        ...openAPIOf('v1.2.0').components.schemas,
      },
    },
  },
  PLANE_KINDS,
);

/** What a registration is reviewed against: OpenChoreo 1.2 with one observability plane, unless told otherwise. */
export type ReviewContext = Pick<
  ReviewRegistrationContext,
  'served' | 'planes' | 'current' | 'now'
>;

/** Reviews a registration that differs in some fields from {@link clean}, as it comes out of a request's JSON. */
export function review(given: object, context: Partial<ReviewContext> = {}) {
  const { served = servedByV12, planes = [], current, now } = context;
  return reviewRegistration(
    JSON.parse(JSON.stringify({ ...clean, ...given })),
    {
      served,
      planes: [observer, ...planes],
      isKnown: () => true,
      current,
      now: now ?? new Date('2026-11-21T12:00:00Z'),
    },
  );
}
