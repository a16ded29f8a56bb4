import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneLink } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneCard } from '../PlaneCard';
import { PlaneLinkList } from '../NameList';

interface GroupProps {
  heading: string;
  note: string;
  planes: readonly PlaneLink[];
}

function Group(props: GroupProps) {
  const { heading, note, planes } = props;
  if (planes.length === 0) {
    return null;
  }
  return (
    <div>
      <Typography variant="body2" component="h4" fontWeight="fontWeightMedium">
        {heading} ({planes.length})
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {note}
      </Typography>
      <PlaneLinkList planes={planes} />
    </div>
  );
}

/** The planes that are hit when something happens to this one's agents or cluster. */
export function RelatedPlanesCard() {
  return (
    <PlaneCard title="Related planes" lines={2}>
      {({ sharedWith, colocatedWith }) => (
        <Stack spacing={2}>
          <Group
            heading="Share this plane's agents"
            note="They have the same planeID, so they connect and disconnect together."
            planes={sharedWith}
          />
          <Group
            heading="In the same cluster"
            note="Connection tests saw the same cluster behind them, each with agents of its own."
            planes={colocatedWith}
          />
          {sharedWith.length + colocatedWith.length === 0 && (
            <Typography variant="body2" color="text.secondary">
              No other plane shares this one's agents or is known to be in its
              cluster.
            </Typography>
          )}
        </Stack>
      )}
    </PlaneCard>
  );
}
