import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  hasField,
  readCertificates,
  trustedCertificates,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo } from 'react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { StepCard } from '../../../frame/StepCard';
import { Sentence } from './Sentence';
import { summarize } from './summarize';

function SentenceView(props: { sentence: Sentence }) {
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {props.sentence.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          // The parts of a sentence never change their places.
          <strong key={index}>{part.name}</strong>
        ),
      )}
    </Typography>
  );
}

/** What is about to be written, in words. */
export function SummaryCard() {
  const { values, served } = useRegistrationForm();
  const pem = values['agentCA.value'];
  const certificates = useMemo(
    () =>
      trustedCertificates({
        agentCA: {
          source: 'inline',
          certificates: pem ? readCertificates(pem).certificates : [],
        },
      }),
    [pem],
  );
  const sentences = summarize(values, {
    certificates,
    hasField: path => served !== undefined && hasField(served, path),
  });
  return (
    <StepCard title="Summary">
      <Stack spacing={0.75}>
        {sentences.map((sentence, index) => (
          <SentenceView key={index} sentence={sentence} />
        ))}
      </Stack>
    </StepCard>
  );
}
