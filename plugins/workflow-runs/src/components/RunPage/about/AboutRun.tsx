import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import {
  Code,
  Fact,
  FactList,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode, useId } from 'react';
import { ParameterTable } from '../../NodeDetails/values/ParameterTable';
import { ConditionList } from './ConditionList';

function Section(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={id}
      sx={{ p: 2, minWidth: 0 }}
    >
      <Typography id={id} variant="subtitle1" component="h3" sx={{ mb: 1.5 }}>
        {props.title}
      </Typography>
      {props.children}
    </Paper>
  );
}

/** What a run was given, and what the control plane says of it. */
export function AboutRun(props: { run: RunView }) {
  const { run } = props;
  const { source, ref, workflow, project, component, reference } = run;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: 'repeat(2, minmax(0, 1fr))',
        },
        alignItems: 'start',
      }}
    >
      <Section title="Parameters">
        {run.parameters.length > 0 ? (
          <ParameterTable parameters={run.parameters} />
        ) : (
          <Typography variant="body2" color="text.secondary">
            This run was given none.
          </Typography>
        )}
      </Section>
      <Section title="About this run">
        <FactList>
          {workflow && (
            <Fact label={workflow.kind}>
              <Code>{workflow.name}</Code>
            </Fact>
          )}
          <Fact label="Namespace">
            <Code>{ref.namespace}</Code>
          </Fact>
          {component && (
            <Fact label="Component">
              {project ? `${project} / ${component}` : component}
            </Fact>
          )}
          {source.branch && (
            <Fact label="Branch">
              <Code>{source.branch}</Code>
            </Fact>
          )}
          {source.commit && (
            <Fact label="Commit">
              <Code>{source.commit}</Code>
            </Fact>
          )}
          {source.repository && (
            <Fact label="Repository" wide>
              <Code>{source.repository}</Code>
            </Fact>
          )}
          <Fact label="Asked for">
            <RelativeTime time={run.createdAt} />
          </Fact>
          {run.completedAt && (
            <Fact label="Completed">
              <RelativeTime time={run.completedAt} />
            </Fact>
          )}
          {run.ttlAfterCompletion && (
            <Fact label="Kept after completion">{run.ttlAfterCompletion}</Fact>
          )}
          {reference && (
            <Fact label="Argo workflow" wide>
              <Code>
                {reference.namespace}/{reference.name}
              </Code>
            </Fact>
          )}
        </FactList>
        <ConditionList conditions={run.conditions} />
      </Section>
    </Box>
  );
}
