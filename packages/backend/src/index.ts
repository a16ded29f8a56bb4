import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
// Templates are of a kind that this module teaches the catalog.
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@openchoreo-planes/backstage-plugin-catalog-backend-module-planes'),
);

backend.add(import('@openchoreo-planes/backstage-plugin-planes-backend'));

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(
  import(
    '@openchoreo-planes/backstage-plugin-kubernetes-backend-module-planes'
  ),
);

// Offers the actions of plugins, such as a connection test, to MCP clients.
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import(
    '@openchoreo-planes/backstage-plugin-scaffolder-backend-module-planes'
  ),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(
  import('@openchoreo-planes/backstage-plugin-search-backend-module-planes'),
);

backend.add(
  import('@openchoreo-planes/backstage-plugin-workflow-runs-backend'),
);

// Shows the documentation of this project, which scripts/docs.mjs builds.
backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.start();
