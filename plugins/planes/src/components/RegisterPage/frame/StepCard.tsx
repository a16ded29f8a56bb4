import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { ReactNode, useId } from 'react';

export interface StepCardProps {
  title: string;
  /** One or two sentences on what it is about. */
  description?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a step, or something beside it. */
export function StepCard(props: StepCardProps) {
  const titleId = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={titleId}
      sx={{ p: 2.5, borderRadius: 2 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 1,
        }}
      >
        <Typography
          id={titleId}
          component="h3"
          variant="subtitle1"
          fontWeight="fontWeightBold"
        >
          {props.title}
        </Typography>
        {props.action}
      </Box>
      {props.description && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {props.description}
        </Typography>
      )}
      <Box sx={{ mt: 2 }}>{props.children}</Box>
    </Paper>
  );
}
