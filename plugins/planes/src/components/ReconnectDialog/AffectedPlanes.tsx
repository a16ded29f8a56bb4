import Typography from '@mui/material/Typography';
import { ReconnectPreview } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneLinkList } from '../NameList';

/** How many other planes a reconnect interrupts. */
export function affectedCount(preview: ReconnectPreview): number {
  return preview.affected.length + preview.hidden;
}

/** The other planes that a reconnect interrupts, by name as far as the reader may see them. */
export function AffectedPlanes(props: { preview: ReconnectPreview }) {
  const { affected, hidden } = props.preview;
  const count = affectedCount(props.preview);
  if (count === 0) {
    return (
      <Typography variant="body2">
        No other plane shares these agents.
      </Typography>
    );
  }
  return (
    <div>
      <Typography variant="body2" fontWeight="fontWeightMedium">
        {count === 1
          ? '1 other plane shares these agents and is interrupted, too:'
          : `${count} other planes share these agents and are interrupted, too:`}
      </Typography>
      <PlaneLinkList planes={affected} />
      {hidden > 0 && (
        <Typography variant="body2" color="text.secondary">
          {hidden === 1
            ? '1 plane that you may not see'
            : `${hidden} planes that you may not see`}
        </Typography>
      )}
    </div>
  );
}
