import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DependentFigure } from './dependentFigures';

/** Numbers that are seen from afar. */
export function Figures(props: { figures: readonly DependentFigure[] }) {
  return (
    <Box
      component="ul"
      aria-label="In numbers"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 0.5,
      }}
    >
      {props.figures.map(({ count, words }) => (
        <Typography
          key={words}
          component="li"
          variant="body2"
          color="text.secondary"
        >
          <Typography
            component="span"
            variant="h4"
            color="text.primary"
            sx={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {count}
          </Typography>{' '}
          {words}
        </Typography>
      ))}
    </Box>
  );
}
