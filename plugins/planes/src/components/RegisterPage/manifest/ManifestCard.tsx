import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { CopyButton } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../form/RegistrationForm';
import { StepCard } from '../frame/StepCard';
import { manifestText } from './manifestText';
import { ManifestView } from './ManifestView';

const WIDTHS = ['64%', '48%', '32%', '40%', '24%'];

/** What the values become, as it grows. */
export function ManifestCard() {
  const { values, served } = useRegistrationForm();
  const yaml = useMemo(() => manifestText(values, served), [values, served]);
  return (
    <StepCard
      title="Manifest"
      action={yaml && <CopyButton text={yaml} label="manifest" />}
    >
      {yaml ? (
        <ManifestView yaml={yaml} />
      ) : (
        <>
          <Box aria-hidden>
            {WIDTHS.map(width => (
              <Skeleton
                key={width}
                variant="text"
                width={width}
                animation={false}
              />
            ))}
          </Box>
          <Typography variant="caption" color="text.secondary">
            It grows here once the plane has a kind and a name.
          </Typography>
        </>
      )}
    </StepCard>
  );
}
