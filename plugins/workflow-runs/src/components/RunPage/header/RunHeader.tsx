import { useRouteRef } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import Box from '@mui/material/Box';
import {
  Breadcrumb,
  Breadcrumbs,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';
import { useRunsHref } from '../../../hooks/useRunsHref';
import { runsRouteRef } from '../../../routes';

export interface RunHeaderProps {
  /** Undefined while the run is not known. */
  run?: RunView;
  /** What stands in place of the name then. */
  title?: string;
  status?: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
}

function useBreadcrumbs(run: RunView | undefined): Breadcrumb[] {
  const href = useRouteRef(runsRouteRef)();
  const workflow = run?.workflow;
  const workflowHref = useRunsHref({
    workflow: workflow && [`${workflow.kind}/${workflow.name}`],
  });
  return [
    { label: 'Workflow runs', href },
    ...(workflow ? [{ label: workflow.name, href: workflowHref }] : []),
  ];
}

/** What a run is called, how it stands, and what one can do with it. */
export function RunHeader(props: RunHeaderProps) {
  const { run, title, status, subtitle, actions } = props;
  return (
    <>
      <Breadcrumbs items={useBreadcrumbs(run)} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-start',
          columnGap: 2,
          rowGap: 1,
          pt: 1,
        }}
      >
        <Box
          sx={{
            display: 'flex',
            flex: '1 1 260px',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1.5,
            rowGap: 0.5,
            minWidth: 0,
            overflowWrap: 'anywhere',
          }}
        >
          <Text as="h2" variant="title-small" weight="bold">
            {run?.ref.name ?? title}
          </Text>
          {status}
        </Box>
        {actions && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {actions}
          </Box>
        )}
      </Box>
      <Box sx={{ pt: 0.75, pb: 2 }}>{subtitle}</Box>
    </>
  );
}
