import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Code } from '@openchoreo-planes/backstage-plugin-planes-react';
import { NodeResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';
import { ParameterTable } from './ParameterTable';

type NodeValues = NodeResponse['inputs'];

function Section(props: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={props.title} sx={{ minWidth: 0 }}>
      <Typography variant="subtitle2" component="h4" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}

function Artifacts({ artifacts }: Pick<NodeValues, 'artifacts'>) {
  return (
    <Box component="ul" sx={{ m: 0, mt: 1.5, pl: 2.5 }}>
      {artifacts.map(({ name, location }) => (
        <Typography key={name} component="li" variant="body2">
          Artifact {name}
          {location && (
            <>
              : <Code>{location}</Code>
            </>
          )}
        </Typography>
      ))}
    </Box>
  );
}

function Values(props: { title: string; values: NodeValues; none: string }) {
  const { title, values, none } = props;
  const { artifacts, result } = values;
  const parameters = result
    ? [...values.parameters, { ...result, name: 'result' }]
    : values.parameters;
  return (
    <Section title={title}>
      {parameters.length > 0 && <ParameterTable parameters={parameters} />}
      {artifacts.length > 0 && <Artifacts artifacts={artifacts} />}
      {parameters.length + artifacts.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {none}
        </Typography>
      )}
    </Section>
  );
}

/** What a node was given, and what it gave. */
export function ValuesTab({ details }: { details: NodeResponse }) {
  return (
    <Box
      sx={{
        p: 2,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
      }}
    >
      <Values title="Inputs" values={details.inputs} none="It takes none." />
      <Values
        title="Outputs"
        values={details.outputs}
        none="It has given none."
      />
    </Box>
  );
}
