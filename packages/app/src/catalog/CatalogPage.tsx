import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListPagination,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import Box from '@mui/material/Box';
import { ReactNode, useMemo } from 'react';
import { catalogColumns } from './catalogColumns';
import { useTableWidth } from './useTableWidth';

export interface CatalogPageProps {
  filters: ReactNode[];
  pagination: EntityListPagination;
}

/** The catalog, with columns that say something about resources. */
export function CatalogPage(props: CatalogPageProps) {
  const width = useTableWidth();
  const columns = useMemo(() => catalogColumns(width), [width]);
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <EntityListProvider pagination={props.pagination}>
        <Header title="Catalog" />
        <Container>
          <CatalogFilterLayout>
            <CatalogFilterLayout.Filters>
              <>{props.filters}</>
            </CatalogFilterLayout.Filters>
            <CatalogFilterLayout.Content>
              <CatalogTable columns={columns} actions={[]} />
            </CatalogFilterLayout.Content>
          </CatalogFilterLayout>
        </Container>
      </EntityListProvider>
    </Box>
  );
}
