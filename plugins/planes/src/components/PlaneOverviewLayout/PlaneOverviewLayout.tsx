import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { Fragment } from 'react';

function Cards(props: EntityContentLayoutProps) {
  return (
    <Stack spacing={2} sx={{ minWidth: 0 }}>
      {props.cards.map((card, index) => (
        <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
      ))}
    </Stack>
  );
}

/**
 * The overview of a plane: what changes in the main column and first, what is fixed beside it.
 *
 * @remarks
 * Catalog's own layout puts the side column first where the screen is narrow, so that a reader with a phone sees a
 * description before the state.
 */
export function PlaneOverviewLayout(props: EntityContentLayoutProps) {
  const side = props.cards.filter(card => card.type === 'info');
  const main = props.cards.filter(card => card.type !== 'info');
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: 'minmax(0, 5fr) minmax(0, 4fr)',
        },
      }}
    >
      <Cards cards={main} />
      <Cards cards={side} />
    </Box>
  );
}
