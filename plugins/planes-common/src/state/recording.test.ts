import { readRecording, recordedTime } from '../__testUtils__/recording';
import { createFleet } from '../fleet/createFleet';
import { planeFindings } from '../findings/planeFindings';
import { formatPlaneRef } from '../model/names';
import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';
import { PlaneChange, planeChange } from './planeChange';
import { planeState } from './planeState';

const events = readRecording().map(event => {
  const result = parsePlane(event.object, { controlPlane: 'default' });
  if (!result.ok) {
    throw new Error(`Not a plane: ${result.error.reason}`);
  }
  return { ...event, plane: result.plane };
});

/** The planes as they were known at a moment of the recording. */
function planesAt(seconds: number): Map<string, Plane> {
  const planes = new Map<string, Plane>();
  for (const event of events.filter(e => e.seconds <= seconds)) {
    const name = formatPlaneRef(event.plane.ref);
    if (event.type === 'DELETED') {
      planes.delete(name);
    } else {
      planes.set(name, event.plane);
    }
  }
  return planes;
}

function planeAt(seconds: number, name: string): Plane {
  const found = planesAt(seconds).get(name);
  if (!found) {
    throw new Error(`${name} was not there`);
  }
  return found;
}

describe('the recording of OpenChoreo 1.2.3', () => {
  it('is of these planes', () => {
    expect(Array.from(planesAt(100).keys()).sort()).toEqual([
      'ClusterDataPlane default',
      'ClusterDataPlane wrong-ca',
      'ClusterObservabilityPlane default',
      'ClusterWorkflowPlane default',
      'DataPlane acme/dead-api',
      'DataPlane acme/default',
      'DataPlane acme/leaf-ca',
      'DataPlane acme/no-rbac',
      'DataPlane acme/offline',
      'DataPlane acme/wedged',
      'DataPlane globex/other-ca',
      'WorkflowPlane acme/builds',
    ]);
  });

  it.each([
    [1, 'DataPlane acme/default', 'not-accepted', '2026-11-21T00:49:33Z'],
    [
      2.475,
      'DataPlane acme/default',
      'never-connected',
      '2026-11-21T00:50:59Z',
    ],
    [3, 'DataPlane acme/default', 'connected', '2026-11-21T00:50:59Z'],
    [3, 'DataPlane acme/offline', 'never-connected', '2026-11-21T00:50:59Z'],
    [3, 'DataPlane globex/other-ca', 'never-connected', '2026-11-21T00:50:59Z'],
    [3, 'WorkflowPlane acme/builds', 'never-connected', '2026-11-21T00:50:59Z'],
    [
      3,
      'ClusterObservabilityPlane default',
      'never-connected',
      '2026-11-21T00:50:59Z',
    ],
    // At 584 both agents were stopped, which the resource shows at the controller's next poll.
    [590, 'DataPlane acme/default', 'connected', '2026-11-21T00:50:59Z'],
    [610, 'DataPlane acme/default', 'disconnected', '2026-11-21T01:00:59Z'],
    [610, 'ClusterDataPlane default', 'disconnected', '2026-11-21T01:00:59Z'],
    // At 681 one agent came back.
    [730, 'DataPlane acme/default', 'connected', '2026-11-21T01:02:59Z'],
    // From 751 to 851 the gateway was down, and the resources stood still.
    [850, 'DataPlane acme/default', 'connected', '2026-11-21T01:02:59Z'],
    // At 926 and 936 the planeID was changed to one without agents and back.
    [930, 'DataPlane acme/default', 'disconnected', '2026-11-21T01:06:22Z'],
    [940, 'DataPlane acme/default', 'connected', '2026-11-21T01:06:33Z'],
    // At 946 the CA was replaced by one that did not sign the agent; a Cluster kind does not tell.
    [1010, 'ClusterDataPlane default', 'connected', '2026-11-21T01:02:59Z'],
    [1075, 'ClusterDataPlane wrong-ca', 'connected', '2026-11-21T01:02:59Z'],
    [1076.6, 'DataPlane acme/offline', 'deleting', '2026-11-21T01:08:53Z'],
    // At 1097 the agent of the workflow plane was stopped, at 1167 started.
    [
      1165,
      'ClusterWorkflowPlane default',
      'disconnected',
      '2026-11-21T01:09:59Z',
    ],
    [1227, 'ClusterWorkflowPlane default', 'connected', '2026-11-21T01:10:59Z'],
  ])('after %d s has %s %s since %s', (seconds, name, state, since) => {
    const actual = planeState(planeAt(seconds, name), recordedTime(seconds));
    expect({ state: actual.state, since: actual.since }).toEqual({
      state,
      since,
    });
  });

  it('shows a gateway that is down only by the age of heartbeats', () => {
    const states = [745, 850, 925].map(
      seconds =>
        planeState(
          planeAt(seconds, 'DataPlane acme/default'),
          recordedTime(seconds),
          {
            staleAfterMs: 100_000,
          },
        ).state,
    );
    expect(states).toEqual(['connected', 'stale', 'connected']);
  });

  it('has the state of a moment even when the resource is not written again', () => {
    const atEnd = planeAt(1227, 'DataPlane acme/wedged');
    expect(planeState(atEnd, recordedTime(1227)).state).toBe('connected');
    expect(planeState(atEnd, recordedTime(1227 + 600)).state).toBe('stale');
  });

  it('loses the deleted planes', () => {
    const names = Array.from(planesAt(1227).keys());
    expect(names).toHaveLength(10);
    expect(names).not.toContain('DataPlane acme/offline');
    expect(names).not.toContain('ClusterDataPlane default');
  });

  it('is read without PEM, last-applied annotation and managed fields', () => {
    expect(JSON.stringify(events.map(event => event.object))).toMatch(
      /BEGIN CERTIFICATE.*last-applied|last-applied.*BEGIN CERTIFICATE/,
    );
    expect(JSON.stringify(events.map(event => event.plane))).not.toMatch(
      /BEGIN CERTIFICATE|last-applied|f:spec/,
    );
  });

  it('is mostly heartbeats', () => {
    const counts: Record<string, Partial<Record<PlaneChange, number>>> = {};
    const last = new Map<string, Plane>();
    for (const { plane, type } of events) {
      const name = formatPlaneRef(plane.ref);
      const previous = last.get(name);
      if (previous && type !== 'DELETED') {
        const change = planeChange(previous, plane);
        counts[name] = {
          ...counts[name],
          [change]: (counts[name]?.[change] ?? 0) + 1,
        };
      }
      last.set(name, plane);
    }
    expect(counts).toMatchObject({
      'ClusterWorkflowPlane default': { heartbeat: 16, status: 5 },
      'DataPlane acme/leaf-ca': { heartbeat: 17, status: 3 },
      'DataPlane acme/default': { spec: 2 },
      'ClusterDataPlane default': { spec: 1 },
      'WorkflowPlane acme/builds': { status: 3 },
    });
    expect(Object.values(counts).every(count => count.none === undefined)).toBe(
      true,
    );
  });

  it('has these findings', () => {
    const planes = Array.from(planesAt(1050).values());
    const fleet = createFleet(planes);
    const found = Object.fromEntries(
      planes.map(plane => [
        formatPlaneRef(plane.ref),
        planeFindings(plane, recordedTime(1050), fleet).map(({ code }) => code),
      ]),
    );
    expect(found).toEqual({
      'ClusterDataPlane default': ['plane-id-shared'],
      'ClusterDataPlane wrong-ca': ['plane-id-shared'],
      'ClusterObservabilityPlane default': ['agent-ca-shared'],
      'ClusterWorkflowPlane default': ['agent-ca-shared'],
      'DataPlane acme/dead-api': ['agent-ca-shared'],
      'DataPlane acme/default': ['agent-ca-shared', 'plane-id-shared'],
      'DataPlane acme/leaf-ca': ['agent-ca-leaf'],
      'DataPlane acme/no-rbac': ['agent-ca-shared'],
      'DataPlane acme/offline': ['agent-ca-shared'],
      'DataPlane acme/wedged': ['agent-ca-shared'],
      'DataPlane globex/other-ca': ['plane-id-shared'],
      'WorkflowPlane acme/builds': ['agent-ca-shared'],
    });
  });

  it('has planes that share agents, and one that observes the rest', () => {
    const planes = planesAt(1050);
    const fleet = createFleet(planes.values());
    const names = (list: readonly Plane[]) =>
      list.map(p => formatPlaneRef(p.ref)).sort();
    expect(
      names(fleet.sharing(planeAt(1050, 'DataPlane acme/default'))),
    ).toEqual([
      'ClusterDataPlane default',
      'ClusterDataPlane wrong-ca',
      'DataPlane globex/other-ca',
    ]);
    expect(
      fleet.observes(planeAt(1050, 'ClusterObservabilityPlane default')),
    ).toHaveLength(planes.size - 1);
  });
});
