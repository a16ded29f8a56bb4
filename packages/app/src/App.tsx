import { createApp } from '@backstage/frontend-defaults';
import { catalogModule } from './catalog';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';
import { themeModule } from './theme';

/** The example portal; every plugin among the dependencies of this package is discovered. */
export const app = createApp({
  features: [catalogModule, navModule, homeModule, signInModule, themeModule],
});
