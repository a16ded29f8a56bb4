import type {
  ClusterGateway,
  TunnelAddress,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  Run,
  RunReference,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunPlanes } from '../planes';
import type { Gap } from './gapOf';
import { notCreated } from './notCreated';

/** The way to the Argo workflow of a run. */
export interface RunCluster {
  readonly gateway: ClusterGateway;
  readonly address: TunnelAddress;
  readonly reference: RunReference;
  /** Why a request will most likely fail, as the gateway said a moment ago. */
  readonly offline?: string;
}

/** Finds the way to the Argo workflow of a run; sends nothing. */
export function clusterOf(
  run: Run,
  planes: RunPlanes,
):
  | { readonly ok: true; readonly cluster: RunCluster }
  | { readonly ok: false; readonly gap: Gap } {
  const { reference } = run;
  if (!reference) {
    return { ok: false, gap: notCreated(run) };
  }
  const tunnel = planes.tunnelOf(run);
  return tunnel.ok
    ? { ok: true, cluster: { ...tunnel, reference } }
    : { ok: false, gap: { reason: tunnel.gap, message: tunnel.message } };
}
