import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonObject, isJsonObject, objectAt } from '../../objects/json';
import { cacheKey } from '../kubernetes/ObjectCache';
import { simulatedPlaneKind } from '../planeKinds';
import { PlaneResource, readPlaneResource } from '../planeResource';
import { reconcile } from './reconcile';
import { GatewayView, Reconciliation } from './types';

/** Second 0 of the recording; the only moment that fits every time in it. */
const RECORDING_START = Date.parse('2026-11-21T00:50:56.745Z');

interface RecordedChange {
  readonly title: string;
  readonly now: number;
  readonly before: PlaneResource;
  readonly after: PlaneResource;
  readonly deleted: boolean;
}

function readPlane(object: JsonObject): PlaneResource {
  const plane = readPlaneResource(
    simulatedPlaneKind(String(object.kind)),
    object,
  );
  if (!plane) {
    throw new Error('The recording holds a plane without a name');
  }
  return plane;
}

/** The changes that a controller made, told from a person's by what they touch. */
function controllerChanges(): RecordedChange[] {
  const file = join(__dirname, '__fixtures__/openchoreo-v1.2.3-planes.json');
  const events: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const latest = new Map<string, PlaneResource>();
  const changes: RecordedChange[] = [];
  for (const event of Array.isArray(events) ? events : []) {
    const object = objectAt(event, 'object');
    const { seconds, type } = isJsonObject(event) ? event : {};
    const after = readPlane(object);
    const key = `${after.kind.kind} ${cacheKey(object)}`;
    const before = latest.get(key);
    latest.set(key, after);
    const deleted = type === 'DELETED';
    if (
      before &&
      (deleted ||
        before.finalizers.length !== after.finalizers.length ||
        JSON.stringify(before.status) !== JSON.stringify(after.status))
    ) {
      changes.push({
        title: `${key} at ${seconds} s`,
        now: RECORDING_START + Number(seconds) * 1000,
        before,
        after,
        deleted,
      });
    }
  }
  return changes;
}

/** What the gateway must have answered, for the status to become what it did. */
function gatewayBehind({ status }: PlaneResource): GatewayView {
  const { connected = false, connectedAgents = 0 } =
    status.agentConnection ?? {};
  const heartbeat = status.agentConnection?.lastHeartbeatTime;
  return {
    notification: { accepted: true },
    status: {
      connected,
      connectedAgents,
      lastSeen: connected && heartbeat ? Date.parse(heartbeat) : undefined,
    },
  };
}

function expected(change: RecordedChange): Reconciliation {
  if (change.deleted) {
    return { action: 'remove-finalizer' };
  }
  return change.before.finalizers.length === change.after.finalizers.length
    ? { action: 'update-status', status: change.after.status }
    : { action: 'add-finalizer' };
}

describe('reconcile, against what the real controllers wrote', () => {
  const changes = controllerChanges();

  it('has a recording to compare with', () => {
    expect(changes.length).toBeGreaterThan(90);
  });

  it.each(changes)('does as they did: $title', change => {
    expect(
      reconcile(change.before, {
        gateway: gatewayBehind(change.after),
        environments: 0,
        now: change.now,
      }),
    ).toEqual(expected(change));
  });
});
