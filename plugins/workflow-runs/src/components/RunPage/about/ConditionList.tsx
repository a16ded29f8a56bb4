import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What the control plane's controller wrote down, as it stands there. */
export function ConditionList(props: Pick<RunView, 'conditions'>) {
  const { conditions } = props;
  if (conditions.length === 0) {
    return null;
  }
  return (
    <Box
      component="ul"
      aria-label="Conditions"
      sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}
    >
      {conditions.map(condition => (
        <Box
          component="li"
          key={condition.type}
          sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}
        >
          <Typography variant="body2">
            {condition.type}: {condition.status}
            {condition.reason && ` (${condition.reason})`}
            {condition.lastTransitionTime && (
              <Typography
                component="span"
                variant="caption"
                color="text.secondary"
                sx={{ ml: 1 }}
              >
                <RelativeTime light time={condition.lastTransitionTime} />
              </Typography>
            )}
          </Typography>
          {condition.message && (
            <Typography
              variant="body2"
              color="text.secondary"
              sx={{ overflowWrap: 'anywhere' }}
            >
              {condition.message}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
