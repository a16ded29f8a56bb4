import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { SidebarContent } from './SidebarContent';

const navContent = NavContentBlueprint.make({
  params: { component: SidebarContent },
});

export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navContent],
});
