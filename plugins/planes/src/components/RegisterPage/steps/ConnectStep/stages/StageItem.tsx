import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode } from 'react';
import { Stage } from './stages';
import { STAGE_STATUS } from './stageStatus';

const CURRENT: readonly Stage['status'][] = ['waiting', 'running'];

export interface StageItemProps {
  /** Counts from 1. */
  number: number;
  stage: Stage;
  /** More about it, below. */
  children?: ReactNode;
}

/** One stage: how far it has come, in an icon and a word, and what is known about it. */
export function StageItem(props: StageItemProps) {
  const { number, stage, children } = props;
  const { label, tone, Icon } = STAGE_STATUS[stage.status];
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box
      component="li"
      aria-current={CURRENT.includes(stage.status) ? 'step' : undefined}
      sx={{ display: 'flex', gap: 1.25, py: 1 }}
    >
      <Box sx={{ color: text, pt: 0.25 }}>
        <Icon size="1.2em" aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
          <Typography
            variant="body2"
            fontWeight="fontWeightMedium"
            color={stage.status === 'to-come' ? 'text.secondary' : undefined}
            sx={{ flex: 1, minWidth: 0 }}
          >
            {number}. {stage.title}
          </Typography>
          <Typography
            variant="caption"
            color="text.secondary"
            sx={{ whiteSpace: 'nowrap' }}
          >
            {label}
          </Typography>
        </Box>
        {stage.detail && (
          <Typography variant="body2" color="text.secondary">
            {stage.detail}
          </Typography>
        )}
        {children}
      </Box>
    </Box>
  );
}
