import { manifests } from '../__testUtils__/manifests';
import { planeEntityRef } from '../entity/naming';
import { planeFindings } from '../findings/planeFindings';
import { createFleet } from '../fleet/createFleet';
import { PLANE_KINDS, planeKindInfo } from '../model/kinds';
import { AgentLiveness } from '../model/liveness';
import { planeTitle } from '../model/names';
import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';
import { planeState } from '../state/planeState';
import {
  PlaneResponse,
  planeResponseSchema,
  PlaneView,
  sourceStatusSchema,
} from './responses';

const NOW = new Date('2026-11-21T00:00:00Z');
const planes: Plane[] = [];
for (const manifest of manifests.values()) {
  const result = parsePlane(manifest, { controlPlane: 'default' });
  if (result.ok) {
    planes.push(result.plane);
  }
}
const fleet = createFleet(planes);
const liveness: AgentLiveness = {
  asOf: NOW.toISOString(),
  connected: true,
  connectedAgents: 2,
  lastSeen: NOW.toISOString(),
  since: NOW.toISOString(),
  authorised: false,
};

function link(plane: Plane) {
  return {
    ref: plane.ref,
    entityRef: planeEntityRef(plane.ref),
    title: planeTitle(plane),
  };
}

function view(plane: Plane): PlaneView {
  const { kind } = plane.ref;
  return {
    plane,
    entityRef: planeEntityRef(plane.ref),
    title: planeTitle(plane),
    state: planeState(plane, NOW, { liveness }),
    findings: planeFindings(plane, NOW, fleet),
    observabilityPlane: fleet.observabilityPlane(plane),
    sharedWith: fleet.sharing(plane).map(link),
    observes: fleet.observes(plane).map(link),
    colocatedWith: planes.slice(0, 2).map(link),
    liveness,
    gateway: {
      controlPlane: 'default',
      state: 'live',
      since: NOW.toISOString(),
      asOf: NOW.toISOString(),
    },
    source: {
      controlPlane: 'default',
      kind,
      plural: planeKindInfo(kind).plural,
      state: 'live',
      since: NOW.toISOString(),
      planes: 1,
    },
  };
}

/** What is received of an answer. */
const received = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer));

describe('planeResponseSchema', () => {
  const views = planes.map(view);

  it('loses nothing of what is computed for planes', () => {
    for (const item of views) {
      const response: PlaneResponse = { item, asOf: NOW.toISOString() };
      expect(planeResponseSchema.parse(received(response))).toEqual(response);
    }
    expect(new Set(views.map(v => v.observabilityPlane.status)).size).toBe(5);
    expect(new Set(views.map(v => v.plane.ref.kind)).size).toBe(
      PLANE_KINDS.length,
    );
  });

  it('takes an answer of a later version with more fields', () => {
    const later = { item: { ...views[0], later: 1 }, asOf: '', more: true };
    expect(planeResponseSchema.parse(later).item.entityRef).toBe(
      views[0].entityRef,
    );
  });

  it('refuses what is no plane', () => {
    const plane = { ...planes[0], ref: { kind: 'Pod' } };
    const response = { item: { ...views[0], plane }, asOf: '' };
    expect(planeResponseSchema.safeParse(response).success).toBe(false);
  });
});

describe('sourceStatusSchema', () => {
  it.each(['syncing', 'live', 'stale', 'forbidden', 'absent'])(
    'knows %s',
    state => {
      const { source } = view(planes[0]);
      expect(sourceStatusSchema.safeParse({ ...source, state }).success).toBe(
        true,
      );
    },
  );
});
