import { VisitDisplayProvider } from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, Header } from '@backstage/ui';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { Fragment } from 'react';

const SEARCH_BAR = 'HomePageSearchBar';
const SIDE = ['HomePageStarredEntities', 'HomePageRecentlyVisited'];

/** The home page: search, what the plugins have to tell, and what the reader has been to. */
export function HomeLayout(props: HomePageLayoutProps) {
  const search = props.widgets.filter(widget => widget.name === SEARCH_BAR);
  const side = props.widgets.filter(widget => SIDE.includes(widget.name ?? ''));
  const main = props.widgets.filter(
    widget => !search.includes(widget) && !side.includes(widget),
  );
  const render = (widgets: typeof main) =>
    widgets.map(widget => (
      <Fragment key={widget.node.spec.id}>{widget.component}</Fragment>
    ));
  const { grey } = useTheme().palette;
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <Header title="Home" />
      <Container>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {/* The bar's own border is near black in every theme, and its text half as large again as a title. */}
          <Box
            sx={theme => ({
              '& fieldset': { border: `1px solid ${theme.palette.divider}` },
              '& input': { fontSize: theme.typography.body1.fontSize },
            })}
          >
            {render(search)}
          </Box>
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              alignItems: 'start',
              gridTemplateColumns: {
                xs: 'minmax(0, 1fr)',
                lg: 'minmax(0, 2fr) minmax(0, 1fr)',
              },
            }}
          >
            <Box sx={{ display: 'grid', gap: 2 }}>{render(main)}</Box>
            {/* Under white text, in every theme; the kinds' own colours are too bright for that. */}
            <VisitDisplayProvider getChipColor={() => grey[700]}>
              <Box sx={{ display: 'grid', gap: 2 }}>{render(side)}</Box>
            </VisitDisplayProvider>
          </Box>
        </Box>
      </Container>
    </Box>
  );
}
