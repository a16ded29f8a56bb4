import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { ArgoNode } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useId } from 'react';
import { NodeDetailsTab } from './NodeDetailsTabs';
import { nodeTabs } from './nodeTabs';
import { useDetailsParams } from './useDetailsParams';

export interface NodeDetailsProps {
  uid: string;
  node: ArgoNode;
  /** What the node is called in the timeline: `integration-tests`. */
  title: string;
  /** What else there is to say of it: `attempt 3 · exit code 1 · 10 s`. */
  subtitle: string;
}

/** What is known of one node of a run: log, inputs and outputs, pod, events. */
export function NodeDetails(props: NodeDetailsProps) {
  const { uid, node, title, subtitle } = props;
  const id = useId();
  const params = useDetailsParams();
  const tabs = nodeTabs(node);
  const { tab } = tabs.find(each => each.tab === params.tab) ?? tabs[0];
  const tabId = (name: string) => `${id}-tab-${name}`;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={`Details of ${title}`}
      sx={{ overflow: 'hidden' }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 3,
          px: 2,
          pt: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography
          variant="subtitle1"
          component="h3"
          sx={{
            fontVariantNumeric: 'tabular-nums',
            fontWeight: 'fontWeightBold',
          }}
        >
          {title}{' '}
          <Typography component="span" variant="body2" color="text.secondary">
            {subtitle}
          </Typography>
        </Typography>
        <Tabs
          value={tab}
          aria-label={`Details of ${title}`}
          variant="scrollable"
          onChange={(_, next: string) =>
            params.set({ tab: next, line: undefined })
          }
        >
          {tabs.map(each => (
            <Tab
              key={each.tab}
              value={each.tab}
              label={each.label}
              id={tabId(each.tab)}
              aria-controls={`${id}-panel`}
              sx={{
                typography: 'body2',
                letterSpacing: 'normal',
                textTransform: 'none',
                minHeight: 44,
                // Backstage's theme has tabs wide, and white under the pointer whatever the mode.
                '&&': { minWidth: 0, px: 1.5 },
                '&&:hover': { backgroundColor: 'action.hover' },
                color: each.tab === tab ? 'primary.main' : 'text.secondary',
                fontWeight: each.tab === tab ? 'fontWeightMedium' : undefined,
              }}
            />
          ))}
        </Tabs>
      </Box>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={tabId(tab)}>
        <NodeDetailsTab
          uid={uid}
          node={node}
          label={title}
          params={params}
          tab={tab}
        />
      </div>
    </Paper>
  );
}
