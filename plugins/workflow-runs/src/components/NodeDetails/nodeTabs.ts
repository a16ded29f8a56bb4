import { ArgoNode } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { DetailsTab } from './useDetailsParams';

const LABELS: Record<DetailsTab, string> = {
  logs: 'Logs',
  values: 'Inputs and outputs',
  pod: 'Pod',
  events: 'Events',
};

/** Whether a node has a pod of its own, and so a log. */
function hasPod({ type, memoized }: ArgoNode): boolean {
  return (type === 'Pod' || type === 'Container') && !memoized;
}

/** The tabs that a node has, the most telling one first. */
export function nodeTabs(node: ArgoNode): { tab: DetailsTab; label: string }[] {
  const tabs: DetailsTab[] = hasPod(node)
    ? ['logs', 'values', 'pod', 'events']
    : ['values', 'events'];
  return tabs.map(tab => ({ tab, label: LABELS[tab] }));
}
