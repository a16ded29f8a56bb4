import {
  formatPlaneRef,
  ObservabilityPlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Fact,
  PlaneLink,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** Which observability plane a plane reports to, and how that was decided. */
export function ObservabilityPlaneFact(props: {
  resolution: ObservabilityPlaneView;
}) {
  const { resolution } = props;
  switch (resolution.status) {
    case 'explicit':
    case 'default': {
      const title = resolution.title ?? formatPlaneRef(resolution.ref);
      return (
        <Fact label="Observed by">
          {resolution.entityRef ? (
            <PlaneLink entityRef={resolution.entityRef} title={title} />
          ) : (
            title
          )}
          {resolution.status === 'default' && ', by default'}
        </Fact>
      );
    }
    case 'dangling':
      return (
        <Fact label="Observed by" wide>
          {resolution.message}
        </Fact>
      );
    case 'none':
      return <Fact label="Observed by">No observability plane</Fact>;
    default:
      return null;
  }
}
