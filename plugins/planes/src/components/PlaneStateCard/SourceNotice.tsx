import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface SourceNoticeProps {
  source: SourceStatus;
}

/** Says how far the control plane's word can be trusted, where it is not live. */
export function SourceNotice(props: SourceNoticeProps) {
  const { state, since, controlPlane, kind, error } = props.source;
  const age = (
    <>
      What is shown is from <RelativeTime time={since} />.{' '}
    </>
  );
  switch (state) {
    case 'stale':
      return (
        <Notice
          severity="warning"
          title={
            <>
              The control plane {controlPlane} stopped answering{' '}
              <RelativeTime time={since} />.
            </>
          }
        >
          {age}
          {error}
        </Notice>
      );
    case 'forbidden':
      return (
        <Notice
          severity="warning"
          title={
            <>
              The control plane {controlPlane} does not let the portal read{' '}
              {kind}s any more, since <RelativeTime time={since} />.
            </>
          }
        >
          {age}
          {error}
        </Notice>
      );
    case 'absent':
      return (
        <Notice
          severity="warning"
          title={`The control plane ${controlPlane} no longer serves ${kind}s.`}
        >
          {age}
        </Notice>
      );
    case 'syncing':
      return (
        <Notice
          severity="info"
          title={`The portal is still reading the control plane ${controlPlane}.`}
        />
      );
    default:
      return null;
  }
}
