import {
  CatalogTable,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import { PlaneIDCell } from './PlaneIDCell';

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** How much room a table has. */
export type TableWidth = 'narrow' | 'medium' | 'wide';

/**
 * The columns of the catalog table. Resources have neither system nor lifecycle here, and planes have a planeID; the
 * less room there is, the fewer columns.
 */
export function catalogColumns(width: TableWidth): CatalogTableColumnsFunc {
  return context => {
    const kind = context.entities[0]?.kind ?? context.filters.kind?.value;
    if (kind?.toLowerCase() !== 'resource') {
      return CatalogTable.defaultColumnsFunc(context);
    }
    const columns = [
      CatalogTable.columns.createTitleColumn({ hidden: true }),
      {
        ...CatalogTable.columns.createNameColumn({ defaultKind: 'resource' }),
        cellStyle: { minWidth: 160 },
      },
      { ...CatalogTable.columns.createSpecTypeColumn(), cellStyle: ONE_LINE },
    ];
    if (width !== 'narrow') {
      columns.push(CatalogTable.columns.createNamespaceColumn(), {
        title: 'planeID',
        width: 'auto',
        sorting: false,
        cellStyle: ONE_LINE,
        render: ({ entity }) => <PlaneIDCell entity={entity} />,
      });
    }
    if (width === 'wide') {
      columns.push(CatalogTable.columns.createOwnerColumn(), {
        ...CatalogTable.columns.createMetadataDescriptionColumn(),
        cellStyle: { minWidth: 180 },
      });
    }
    return columns;
  };
}
