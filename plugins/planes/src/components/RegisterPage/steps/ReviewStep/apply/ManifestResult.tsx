import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId } from 'react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { StepCard } from '../../../frame/StepCard';
import { ManifestFile, ManifestFileProps } from '../file/ManifestFile';
import { LookUpNote } from './LookUpNote';
import { useLookUp } from './useLookUp';

export interface ManifestResultProps {
  file: ManifestFileProps;
  /** Why the manifest should not be applied yet. */
  blocked?: string;
  onFound: (result: RegistrationResult) => void;
}

/** The manifest and the commands as the result, for a control plane to which the portal writes nothing. */
export function ManifestResult(props: ManifestResultProps) {
  const { file, blocked, onFound } = props;
  const { values, editing } = useRegistrationForm();
  const { lookUp, look } = useLookUp(values, onFound);
  const reasonId = useId();
  const looking = lookUp.status === 'looking';
  const label = editing
    ? 'I have applied it'
    : 'I have applied it: wait for the agent';
  return (
    <StepCard title="Apply the manifest">
      <Stack spacing={2}>
        <Typography variant="body2">
          This portal writes nothing to control plane {values.controlPlane}.
          Commit the manifest to the repository from which it is applied, or
          apply it with the commands below.
          {!editing && ' The next step waits for the agent.'}
        </Typography>
        <ManifestFile {...file} />
        {blocked && (
          <Typography id={reasonId} variant="body2" color="text.secondary">
            {blocked}
          </Typography>
        )}
        <LookUpNote lookUp={lookUp} planeName={values.name} />
        <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button
            variant="contained"
            disabled={looking}
            aria-describedby={blocked && reasonId}
            onClick={look}
          >
            {looking ? 'Looking…' : label}
          </Button>
        </Box>
      </Stack>
    </StepCard>
  );
}
