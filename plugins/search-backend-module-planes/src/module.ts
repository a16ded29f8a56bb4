import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  planeInventoryServiceRef,
  readPlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { PlaneDocumentDecorator } from './PlaneDocumentDecorator';

/** The type of the documents that the catalog's collator makes. */
const CATALOG_DOCUMENTS = 'software-catalog';

/**
 * Lets search find planes by planeID and kind.
 *
 * @public
 */
export const searchModulePlanes = createBackendModule({
  pluginId: 'search',
  moduleId: 'planes',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        inventory: planeInventoryServiceRef,
        registry: searchIndexRegistryExtensionPoint,
      },
      async init({ config, inventory, registry }) {
        const planesConfig = readPlanesConfig(config);
        registry.addDecorator({
          factory: {
            types: [CATALOG_DOCUMENTS],
            getDecorator: async () =>
              new PlaneDocumentDecorator(inventory, planesConfig),
          },
        });
      },
    });
  },
});
