import { Container, Header } from '@backstage/ui';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  Breadcrumb,
  Breadcrumbs,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode } from 'react';

export interface RegistrationFrameProps {
  title: string;
  /** The way back: what leads here, and what this page is called there, which is no link. */
  breadcrumbs: readonly Breadcrumb[];
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** Without it, the page has no columns. */
  stepper?: ReactNode;
  /** What grows beside the task. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Steps, task and what comes of it: three columns, two, or one. */
export const FRAME_COLUMNS = {
  display: 'grid',
  alignItems: 'start',
  columnGap: 3,
  rowGap: 2,
  pb: 4,
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr)',
    md: '208px minmax(0, 1fr)',
    lg: '208px minmax(0, 1fr) minmax(0, 328px)',
  },
} as const;

/** The page of a form for a plane: its steps, the task, and what comes of it, beside each other where there is room. */
export function RegistrationFrame(props: RegistrationFrameProps) {
  const { title, breadcrumbs, subtitle, actions, stepper, aside } = props;
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <Container>
        <Breadcrumbs items={breadcrumbs} />
      </Container>
      {/* They belong to the title, which keeps its distance from what is above. */}
      <Box sx={{ mt: -2.5 }}>
        <Header title={title} customActions={actions} />
      </Box>
      <Container>
        {subtitle && (
          // Belongs to the title, which keeps its distance from what is below.
          <Typography
            variant="body2"
            color="text.secondary"
            sx={{ mt: -3, pb: 2 }}
          >
            {subtitle}
          </Typography>
        )}
        {stepper ? (
          <Box sx={FRAME_COLUMNS}>
            {stepper}
            <Box
              sx={{
                minWidth: 0,
                gridColumn: aside ? undefined : { lg: '2 / 4' },
              }}
            >
              {props.children}
            </Box>
            {aside && (
              <Box sx={{ minWidth: 0, gridColumn: { md: '2', lg: '3' } }}>
                {aside}
              </Box>
            )}
          </Box>
        ) : (
          <Box sx={{ pb: 4 }}>{props.children}</Box>
        )}
      </Container>
    </Box>
  );
}
