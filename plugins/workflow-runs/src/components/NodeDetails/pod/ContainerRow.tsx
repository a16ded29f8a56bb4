import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  Code,
  StatusChip,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { NodeContainer } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { containerFacts, containerInfo } from './containerInfo';

/** A container of a pod: how it is, and why. */
export function ContainerRow({ container }: { container: NodeContainer }) {
  const { name, image, message } = container;
  const facts = containerFacts(container);
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <Typography variant="body2" fontWeight="fontWeightMedium">
          {name}
        </Typography>
        <StatusChip status={containerInfo(container)} />
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {facts}
        </Typography>
      </Box>
      {image && (
        <Typography variant="caption" color="text.secondary" component="div">
          <Code>{image}</Code>
        </Typography>
      )}
      {message && (
        <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {message}
        </Typography>
      )}
    </Box>
  );
}
