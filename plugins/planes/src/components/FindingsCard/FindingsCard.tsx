import Typography from '@mui/material/Typography';
import { PlaneCard } from '../PlaneCard';
import { FindingList } from './FindingList';

/** What is wrong or noteworthy about a plane, and what to do about each. */
export function FindingsCard() {
  return (
    <PlaneCard title="Findings" lines={2}>
      {({ plane, findings }) =>
        findings.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            Nothing is wrong with this plane's resource.
          </Typography>
        ) : (
          <FindingList plane={plane} findings={findings} />
        )
      }
    </PlaneCard>
  );
}
