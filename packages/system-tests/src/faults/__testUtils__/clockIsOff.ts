import type { TestControlPlane } from '@openchoreo-planes/control-plane-sim';
import { until } from '../../__testUtils__/until';

const DISCOVERY = '/apis/openchoreo.dev/v1alpha1';
/** Answers with another clock until the portal must have taken it over. */
const ANSWERS = 4;

/** A time as controllers write it, to the second. */
function timeAt(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * Brings the control plane back from a pause with its clock ahead of the portal's: the API server says so in its answers, and
 * the controllers write a heartbeat with it.
 */
export async function clockIsOff(
  controlPlane: TestControlPlane,
  aheadMs: number,
): Promise<void> {
  const { client, faults } = controlPlane;
  const isWatched = controlPlane.requests().length > 0;
  faults.clear();
  faults.skewClock(aheadMs);
  if (isWatched) {
    faults.fail({ verb: 'list' }, 503);
    faults.fail({ verb: 'watch' }, 503);
    faults.dropWatches();
    controlPlane.clearRequests();
    await until(
      () => controlPlane.requests().filter(({ path }) => path === DISCOVERY),
      asked => asked.length >= ANSWERS,
    );
  }
  const now = Date.now() + aheadMs;
  const agentConnection = {
    connected: true,
    connectedAgents: 1,
    lastConnectedTime: timeAt(now - 60_000),
    lastHeartbeatTime: timeAt(now),
  };
  await client.patch(
    { plural: 'dataplanes', namespace: 'acme', name: 'eu' },
    { status: { agentConnection } },
    { subresource: 'status' },
  );
  faults.clear();
  faults.skewClock(aheadMs);
}
