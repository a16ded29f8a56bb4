import { createApp } from '@backstage/frontend-defaults';
import { catalogModule } from './catalog';
import { docsModule } from './docs';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';
import { themeModule } from './theme';

/** The example portal; every plugin among the dependencies of this package is discovered. */
export const app = createApp({
  features: [
    catalogModule,
    docsModule,
    navModule,
    homeModule,
    signInModule,
    themeModule,
  ],
});
