import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StepCard } from '../../RegisterPage/frame/StepCard';
import { GroupValues } from './GroupValues';
import { groupLabel } from './groupWords';
import { ChangedGroup } from './mergeValues';

/** What only the others have changed: it is part of the form from now on. */
export function TakenChanges(props: { taken: readonly ChangedGroup[] }) {
  return (
    <StepCard
      title="Changed by them only"
      description="You have not touched these. They are taken over as they are now."
    >
      <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 1.5 }}>
        {props.taken.map(changed => (
          <div key={changed.group}>
            <Typography
              component="dt"
              variant="body2"
              fontWeight="fontWeightMedium"
            >
              {groupLabel(changed.group)}
            </Typography>
            <Box component="dd" sx={{ m: 0 }}>
              <GroupValues group={changed} values={changed.theirs} />
            </Box>
          </div>
        ))}
      </Box>
    </StepCard>
  );
}
