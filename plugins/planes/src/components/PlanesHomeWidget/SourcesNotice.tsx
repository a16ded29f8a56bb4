import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import { Notice } from '../Notice';
import { outagesOf } from './outages';

/** Says which control planes, or which of their kinds, are not up to date, since when, and why. */
export function SourcesNotice(props: { sources: readonly SourceStatus[] }) {
  return (
    <>
      {outagesOf(props.sources).map(
        ({ controlPlane, kinds, since, errors }) => (
          <Notice
            key={controlPlane}
            severity="warning"
            title={
              <>
                {kinds.length > 0 && `${kinds.join(', ')} of `}
                {kinds.length > 0 ? 'the' : 'The'} control plane {controlPlane}{' '}
                could last be read <RelativeTime time={since} /> and may have
                changed.
              </>
            }
          >
            {errors.join(' ')}
          </Notice>
        ),
      )}
    </>
  );
}
