import { palettes } from '@backstage/theme';

/** The colours that the two themes of the example portal are made of. */
export interface Colours {
  mode: 'light' | 'dark';
  background: string;
  paper: string;
  /** A surface within a surface: hovered rows, code, skeletons. */
  sunken: string;
  border: string;
  text: string;
  secondaryText: string;
  primary: string;
  primaryHover: string;
  onPrimary: string;
  ok: string;
  warning: string;
  error: string;
  running: string;
  /** The sidebar is dark in both themes. */
  navigation: string;
  navigationHover: string;
  navigationText: string;
}

export const lightColours: Colours = {
  mode: 'light',
  background: '#f5f6f8',
  paper: '#ffffff',
  sunken: '#f2f4f7',
  border: '#e2e5ea',
  text: '#15181d',
  secondaryText: '#5a6370',
  primary: '#2f55d4',
  primaryHover: '#2544ae',
  onPrimary: '#ffffff',
  ok: '#1a7f4b',
  warning: '#9a6200',
  error: '#c4312a',
  running: '#2468d8',
  navigation: '#13161b',
  navigationHover: '#262b33',
  navigationText: '#c3c9d2',
};

export const darkColours: Colours = {
  mode: 'dark',
  background: '#0f1216',
  paper: '#171b21',
  sunken: '#1e232a',
  border: '#2a313a',
  text: '#e9ebee',
  secondaryText: '#a3acb8',
  primary: '#8fb0ff',
  primaryHover: '#aac3ff',
  onPrimary: '#0f1216',
  ok: '#4cc38a',
  warning: '#f0b849',
  error: '#ff8078',
  running: '#74abff',
  navigation: '#090b0e',
  navigationHover: '#22272e',
  navigationText: '#c3c9d2',
};

/** The palette of a Backstage theme that is made of the given colours. */
export function createPalette(colours: Colours) {
  return {
    ...palettes[colours.mode],
    type: colours.mode,
    mode: colours.mode,
    background: { default: colours.background, paper: colours.paper },
    divider: colours.border,
    border: colours.border,
    text: { primary: colours.text, secondary: colours.secondaryText },
    textContrast: colours.text,
    textSubtle: colours.secondaryText,
    textVerySubtle: colours.border,
    primary: {
      main: colours.primary,
      dark: colours.primaryHover,
      contrastText: colours.onPrimary,
    },
    secondary: { main: colours.secondaryText },
    success: { main: colours.ok },
    warning: { main: colours.warning },
    error: { main: colours.error },
    info: { main: colours.running },
    link: colours.primary,
    linkHover: colours.primaryHover,
    status: {
      ok: colours.ok,
      warning: colours.warning,
      error: colours.error,
      running: colours.running,
      pending: colours.secondaryText,
      aborted: colours.secondaryText,
    },
    banner: {
      info: colours.running,
      error: colours.error,
      warning: colours.warning,
      text: colours.onPrimary,
      link: colours.onPrimary,
      closeButtonColor: colours.onPrimary,
    },
    navigation: {
      background: colours.navigation,
      indicator: colours.primary,
      color: colours.navigationText,
      selectedColor: '#ffffff',
      navItem: { hoverBackground: colours.navigationHover },
      submenu: { background: colours.navigationHover },
    },
    tabbar: { indicator: colours.primary },
    pinSidebarButton: {
      icon: colours.navigation,
      background: colours.navigationText,
    },
    code: { background: colours.sunken },
  };
}
