import type {
  GatewayFailure,
  GatewayRequestOptions,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  isPodOfNode,
  type NodePodRef,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { type Pod, readPod } from '../nodes/podSchema';
import { podsPath } from './argoPaths';
import type { RunCluster } from './clusterOf';
import { listPods } from './listPods';

/** What came of looking for the pod of a node. */
export type FoundPod =
  | { readonly ok: true; readonly pod: Pod }
  /** There is none, or none any more. */
  | { readonly ok: false; readonly failure?: undefined }
  | { readonly ok: false; readonly failure: GatewayFailure };

/** Finds the pod of a node: by the name that it should have, else among all of the workflow. */
export async function findPod(
  cluster: RunCluster,
  wanted: NodePodRef,
  options: GatewayRequestOptions,
): Promise<FoundPod> {
  const { gateway, address, reference } = cluster;
  const path = podsPath(reference.namespace, wanted.name);
  const outcome = await gateway.get(address, { path }, options);
  if (outcome.ok && isPodOfNode(outcome.value, wanted)) {
    return found(outcome.value);
  }
  if (!outcome.ok && outcome.failure.reason !== 'not-found') {
    return outcome;
  }
  const list = await listPods(cluster, options);
  if (!list.ok) {
    return list;
  }
  return found(list.items.find(pod => isPodOfNode(pod, wanted)));
}

function found(object: unknown): FoundPod {
  const [pod] = readPod(object);
  return pod ? { ok: true, pod } : { ok: false };
}
