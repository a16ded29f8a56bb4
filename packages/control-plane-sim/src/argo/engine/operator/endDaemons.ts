import { Operation } from './Operation';

/** Ends the daemons of templates that have ended. */
export function endDaemons({ nodes, pods, status, now }: Operation): void {
  for (const node of nodes.daemons) {
    const { boundary } = node.init;
    if (boundary ? boundary.fulfilled : status.completed) {
      const pod = pods.of(node);
      if (pod) {
        pods.terminate(pod, { at: now });
      }
      nodes.update(node, { daemoned: false });
      nodes.mark(node, 'Succeeded');
    }
  }
}
