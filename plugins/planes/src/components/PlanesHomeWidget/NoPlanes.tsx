import Typography from '@mui/material/Typography';
import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code } from '../FactList';

/** What to do where there are no planes. */
export function NoPlanes(props: { sources: readonly SourceStatus[] }) {
  return (
    <Typography variant="body2" color="text.secondary">
      {props.sources.length === 0 ? (
        <>
          The portal knows no control plane. Name one under{' '}
          <Code>openchoreo.controlPlanes</Code> in its configuration.
        </>
      ) : (
        <>
          There are no planes yet. A plane appears here as soon as its resource
          is applied to the control plane.
        </>
      )}
    </Typography>
  );
}
