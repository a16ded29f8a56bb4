import { manifests } from '../__testUtils__/manifests';
import { planeEntityRef } from '../entity/naming';
import { planeFindings } from '../findings/planeFindings';
import { createFleet } from '../fleet/createFleet';
import { PLANE_KINDS, planeKindInfo } from '../model/kinds';
import { planeTitle } from '../model/names';
import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';
import { planeState } from '../state/planeState';
import {
  planesResponseSchema,
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
    state: planeState(plane, NOW),
    findings: planeFindings(plane, NOW, fleet),
    observabilityPlane: fleet.observabilityPlane(plane),
    sharedWith: fleet.sharing(plane).map(link),
    observes: fleet.observes(plane).map(link),
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

describe('planesResponseSchema', () => {
  it('loses nothing of what is computed for planes', () => {
    const items = planes.map(view);
    const response = {
      items,
      asOf: NOW.toISOString(),
      sources: items.map(i => i.source),
    };
    const received: unknown = JSON.parse(JSON.stringify(response));
    expect(planesResponseSchema.parse(received)).toEqual(received);
    expect(received).toEqual(response);
    expect(new Set(items.map(i => i.observabilityPlane.status)).size).toBe(5);
    expect(new Set(items.map(i => i.plane.ref.kind)).size).toBe(
      PLANE_KINDS.length,
    );
  });

  it('takes an answer of a later version with more fields', () => {
    const [item] = planes.map(view);
    const later = {
      items: [{ ...item, later: true }],
      asOf: NOW.toISOString(),
      sources: [],
      more: 1,
    };
    expect(planesResponseSchema.parse(later).items[0].entityRef).toBe(
      item.entityRef,
    );
  });

  it('refuses what is no plane', () => {
    const item = {
      ...view(planes[0]),
      plane: { ...planes[0], ref: { kind: 'Pod' } },
    };
    expect(
      planesResponseSchema.safeParse({ items: [item], asOf: '', sources: [] })
        .success,
    ).toBe(false);
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
