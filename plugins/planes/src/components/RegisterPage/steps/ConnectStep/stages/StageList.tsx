import Box from '@mui/material/Box';
import { Announcement } from '@openchoreo-planes/backstage-plugin-planes-react';
import { StepCard } from '../../../frame/StepCard';
import { stageAnnouncement } from './stageAnnouncement';
import { StageItem } from './StageItem';
import { Stage } from './stages';
import { Waited } from './Waited';

export interface StageListProps {
  stages: readonly Stage[];
  /** Since when the stage that is waited for is waited for, ISO 8601. */
  waitingSince?: string;
}

/** What is waited for, one below the other. */
export function StageList(props: StageListProps) {
  const { stages, waitingSince } = props;
  return (
    <StepCard title="What this page waits for">
      <Announcement>{stageAnnouncement(stages)}</Announcement>
      <Box
        component="ol"
        aria-label="Stages"
        sx={{ m: 0, my: -1, p: 0, listStyle: 'none' }}
      >
        {stages.map((stage, index) => (
          <StageItem key={stage.title} number={index + 1} stage={stage}>
            {stage.status === 'waiting' && waitingSince && (
              <Waited since={waitingSince} />
            )}
          </StageItem>
        ))}
      </Box>
    </StepCard>
  );
}
