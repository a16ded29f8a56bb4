import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@mui/material/Typography';
import { ANNOTATION_PLANE_UID } from '@openchoreo-planes/backstage-plugin-planes-common';
import { HistoryBody } from './HistoryBody';
import { useHistoryWindow } from './useHistoryWindow';
import { WindowSwitch } from './WindowSwitch';

/** The page that shows how a plane's state changed over time. */
export function PlaneHistory() {
  const { entity } = useEntity();
  const uid = entity.metadata.annotations?.[ANNOTATION_PLANE_UID];
  const [window, setWindow] = useHistoryWindow();
  return (
    <EntityInfoCard
      title="History"
      headerActions={<WindowSwitch value={window} onChange={setWindow} />}
    >
      {uid ? (
        <HistoryBody key={uid} uid={uid} window={window} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          The catalog entity does not say which plane it stands for: it has no
          annotation {ANNOTATION_PLANE_UID}.
        </Typography>
      )}
    </EntityInfoCard>
  );
}
