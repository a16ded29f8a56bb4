import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { createUnifiedTheme, UnifiedThemeProvider } from '@backstage/theme';
import GlobalStyles from '@mui/material/GlobalStyles';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { createBuiTokens } from './buiTokens';
import { createComponentStyles } from './components';
import { createGlobalStyles } from './globalStyles';
import { Colours, createPalette, darkColours, lightColours } from './palette';
import { createPageTheme } from './pageTheme';
import { typography } from './typography';

function createProvider(colours: Colours) {
  const theme = createUnifiedTheme({
    palette: createPalette(colours),
    typography,
    pageTheme: createPageTheme(colours),
    components: createComponentStyles(colours),
  });
  const globalStyles = createGlobalStyles(colours, createBuiTokens(colours));
  return function ThemeProvider(props: { children: ReactNode }) {
    return (
      <UnifiedThemeProvider theme={theme} themeName="planes">
        <GlobalStyles styles={globalStyles} />
        {props.children}
      </UnifiedThemeProvider>
    );
  };
}

const lightTheme = ThemeBlueprint.make({
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <RiSunLine />,
      Provider: createProvider(lightColours),
    },
  },
});

const darkTheme = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <RiMoonLine />,
      Provider: createProvider(darkColours),
    },
  },
});

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [lightTheme, darkTheme],
});
