import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  *factory(originalFactory, { node, inputs, config }) {
    yield* originalFactory();
    const filters = inputs.filters.map(filter =>
      filter.get(coreExtensionData.reactElement),
    );
    yield coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, async () => {
        const { CatalogPage } = await import('./CatalogPage');
        return <CatalogPage filters={filters} pagination={config.pagination} />;
      }),
    );
  },
});

export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
