import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneCard } from '../PlaneCard';
import { PlaneLinks } from './PlaneLinks';

function Observes(props: { view: PlaneView }) {
  const { plane, observes } = props.view;
  if (plane.planeType !== 'observability') {
    return null;
  }
  return observes.length > 0 ? (
    <PlaneLinks
      heading="Observes"
      note="These planes send their logs and metrics here."
      planes={observes}
    />
  ) : (
    <Typography variant="body2" color="text.secondary">
      No plane reports to this observability plane.
    </Typography>
  );
}

/** The planes that are hit when something happens to this one. */
export function RelatedPlanesCard() {
  return (
    <PlaneCard title="Related planes" lines={2}>
      {view => (
        <Stack spacing={2}>
          {view.sharedWith.length > 0 ? (
            <PlaneLinks
              heading="Share this plane's agents"
              note="They have the same planeID, so they connect and disconnect together."
              planes={view.sharedWith}
            />
          ) : (
            <Typography variant="body2" color="text.secondary">
              No other plane shares this one's agents.
            </Typography>
          )}
          <Observes view={view} />
        </Stack>
      )}
    </PlaneCard>
  );
}
