import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  Code,
  CopyButton,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunParameter } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const LONG_TEXT = 300;

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, undefined, 2);
}

function Value({ parameter }: { parameter: RunParameter }) {
  const { name, value, masked } = parameter;
  if (masked && value === undefined) {
    return (
      <Typography component="span" variant="body2" color="text.secondary">
        Hidden: looks like a secret
      </Typography>
    );
  }
  if (value === undefined || value === '') {
    return (
      <Typography component="span" variant="body2" color="text.secondary">
        Empty
      </Typography>
    );
  }
  const text = textOf(value);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          whiteSpace: 'pre-wrap',
          maxHeight: text.length > LONG_TEXT ? 160 : undefined,
          overflow: 'auto',
        }}
        tabIndex={text.length > LONG_TEXT ? 0 : undefined}
      >
        <Code>{text}</Code>
      </Box>
      <CopyButton text={text} label={name} />
    </Box>
  );
}

/** Names and values; what looks like a secret says so instead. */
export function ParameterTable(props: { parameters: readonly RunParameter[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(120px, 220px) 1fr' },
        columnGap: 2,
        rowGap: { xs: 0.5, sm: 1 },
      }}
    >
      {props.parameters.map(parameter => (
        <Box key={parameter.name} sx={{ display: 'contents' }}>
          <Typography
            component="dt"
            variant="body2"
            color="text.secondary"
            sx={{ overflowWrap: 'anywhere' }}
          >
            {parameter.name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0 }}>
            <Value parameter={parameter} />
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
