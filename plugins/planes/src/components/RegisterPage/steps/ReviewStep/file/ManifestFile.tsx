import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  manifestFileName,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiDownloadLine } from '@remixicon/react';
import {
  CardSkeleton,
  Code,
  CommandBlock,
  CopyButton,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { download } from '../../../../FleetPage/export/download';
import { useRegistrationForm } from '../../../form/RegistrationForm';

export interface ManifestFileProps {
  /** Undefined while it is not known. */
  manifest?: string;
  /** How to apply it by hand. */
  commands: RegistrationReview['commands'];
  /** The manifest is on its way. */
  loading: boolean;
}

/** The manifest to take away, and how to apply it. */
export function ManifestFile(props: ManifestFileProps) {
  const { manifest, commands, loading } = props;
  const { values } = useRegistrationForm();
  const file = manifestFileName(values);
  if (manifest === undefined) {
    return loading ? (
      <CardSkeleton lines={2} />
    ) : (
      <Typography variant="body2" color="text.secondary">
        There is no manifest yet: too little is filled in.
      </Typography>
    );
  }
  return (
    <Stack spacing={1.5}>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        <Typography variant="body2" sx={{ minWidth: 0 }}>
          <Code>{file}</Code>
        </Typography>
        <CopyButton text={manifest} label="file contents" />
        <Button
          size="small"
          variant="outlined"
          startIcon={<RiDownloadLine size="1em" aria-hidden />}
          onClick={() => download(file, 'application/yaml', manifest)}
        >
          Download
        </Button>
      </Box>
      {commands.map(({ purpose, command }) => (
        <div key={command}>
          <Typography variant="body2" color="text.secondary">
            {purpose}
          </Typography>
          <CommandBlock command={command} purpose={purpose} />
        </div>
      ))}
    </Stack>
  );
}
