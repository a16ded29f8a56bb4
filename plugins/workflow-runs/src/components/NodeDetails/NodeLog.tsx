import { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useCallback } from 'react';
import { LogPanel } from '../LogView';
import { DetailsParams } from './useDetailsParams';

export interface NodeLogProps {
  uid: string;
  nodeId: string;
  label: string;
  params: DetailsParams;
}

/** The log of a node; container and line are in the address. */
export function NodeLog(props: NodeLogProps) {
  const { uid, nodeId, label, params } = props;
  const { container, line, set, hrefOf } = params;
  const lineHref = useCallback(
    ({ time }: LogLine) =>
      time === undefined ? undefined : hrefOf({ tab: 'logs', line: time }),
    [hrefOf],
  );
  const link = useCallback(
    ({ time }: LogLine) => set({ tab: 'logs', line: time }),
    [set],
  );
  return (
    <LogPanel
      key={`${nodeId} ${container}`}
      uid={uid}
      nodeId={nodeId}
      label={label}
      container={container}
      onContainerChange={next => set({ container: next, line: undefined })}
      linkedTime={line}
      hrefOf={lineHref}
      onLink={link}
    />
  );
}
