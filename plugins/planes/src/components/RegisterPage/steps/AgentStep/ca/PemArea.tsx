import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Announcement } from '@openchoreo-planes/backstage-plugin-planes-react';
import { PemFindings } from './PemFindings';
import { PemTextField } from './PemTextField';
import { UploadButton } from './UploadButton';
import { useFileDrop } from './useFileDrop';
import { usePemInput } from './usePemInput';

const DROP_HINT = 'Release the file to read it.';

/** Takes the agent CA as text, and shows beside it what it is. */
export function PemArea() {
  const input = usePemInput();
  const { takeFiles, value, refusal } = input;
  const { isOver, handlers } = useFileDrop(takeFiles);
  return (
    <Box
      {...handlers}
      data-testid="agent-ca-area"
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 17rem), 1fr))',
        borderRadius: 1,
        outline: isOver ? '2px dashed' : undefined,
        outlineColor: isOver ? 'primary.main' : undefined,
        outlineOffset: '8px',
      }}
    >
      <Announcement>{isOver && DROP_HINT}</Announcement>
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        <PemTextField input={input} />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <UploadButton onFiles={takeFiles} />
          {isOver && (
            <Typography variant="body2" color="primary" aria-hidden>
              {DROP_HINT}
            </Typography>
          )}
        </Box>
      </Stack>
      <PemFindings value={value} refusal={refusal} onDecode={input.decode} />
    </Box>
  );
}
