import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { readCertificates } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo } from 'react';
import {
  Announcement,
  CommandBlock,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { CertificateFactsView } from './CertificateFactsView';
import { caVerdict } from './caVerdict';
import { PemRefusal } from './pemRefusal';
import { VerdictChip } from './VerdictChip';

export interface PemFindingsProps {
  value: string;
  refusal?: PemRefusal;
  onDecode: () => void;
}

function Refusal(props: PemRefusal) {
  const { title, advice, command } = props;
  return (
    <div>
      <VerdictChip tone="error" label={title} />
      <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
        {advice}
      </Typography>
      {command && <CommandBlock {...command} />}
    </div>
  );
}

/** What was made of the agent CA, at once. */
export function PemFindings(props: PemFindingsProps) {
  const { value, refusal, onDecode } = props;
  const reading = useMemo(() => readCertificates(value), [value]);
  const isEmpty = value.trim() === '';
  const verdict = caVerdict(reading);
  const subject = reading.certificates[0]?.subject;
  const words = [verdict.label, subject ?? reading.detail]
    .filter(Boolean)
    .join(': ');
  return (
    <Stack spacing={1.5} sx={{ minWidth: 0 }}>
      <Announcement>
        {refusal ? `${refusal.title}. ${refusal.advice}` : !isEmpty && words}
      </Announcement>
      {refusal && <Refusal {...refusal} />}
      {!isEmpty && (
        <div>
          <VerdictChip {...verdict} />
          {reading.detail && (
            <Typography variant="body2" sx={{ mt: 1 }}>
              {reading.detail}
            </Typography>
          )}
          {reading.problem === 'base64-encoded' && (
            <Button
              size="small"
              variant="outlined"
              onClick={onDecode}
              sx={{ mt: 1 }}
            >
              Decode it
            </Button>
          )}
        </div>
      )}
      <CertificateFactsView reading={reading} />
    </Stack>
  );
}
