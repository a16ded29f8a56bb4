import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { ReaderStyle } from './ReaderStyle';

const readerStyle = AddonBlueprint.make({
  name: 'reader-style',
  params: {
    name: 'ReaderStyle',
    location: TechDocsAddonLocations.Content,
    component: ReaderStyle,
  },
});

export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [readerStyle],
});
