import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneCard } from '../PlaneCard';
import { FindingItem } from './FindingItem';

/** What is wrong or noteworthy about a plane, and what to do about each. */
export function FindingsCard() {
  return (
    <PlaneCard title="Findings" lines={2}>
      {({ findings }) =>
        findings.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            Nothing is wrong with this plane's resource.
          </Typography>
        ) : (
          <Stack component="ul" spacing={2} sx={{ m: 0, p: 0 }}>
            {findings.map(finding => (
              <Box
                component="li"
                key={`${finding.code} ${finding.field ?? ''} ${
                  finding.message
                }`}
                sx={{ listStyle: 'none' }}
              >
                <FindingItem finding={finding} />
              </Box>
            ))}
          </Stack>
        )
      }
    </PlaneCard>
  );
}
