import { UnifiedThemeOptions } from '@backstage/theme';
import { alpha } from '@mui/material/styles';
import { Colours } from './palette';
import { CONTROL_RADIUS } from './radii';

/** The styles of components that Backstage itself defines. */
export function createBackstageComponentStyles(
  colours: Colours,
  hairline: string,
): UnifiedThemeOptions['components'] {
  return {
    BackstageHeader: {
      styleOverrides: {
        header: { boxShadow: 'none', backgroundImage: 'none' },
      },
    },
    BackstageSidebarItem: {
      styleOverrides: {
        root: {
          height: 38,
          margin: '1px 12px',
          borderRadius: CONTROL_RADIUS,
          // The item is as wide as the sidebar; the margins are ours.
          '&$open': { width: 'calc(100% - 24px)' },
          '&$closed': { width: 'calc(100% - 24px)' },
        },
        label: { fontWeight: 450 },
        iconContainer: { width: 44, marginRight: 0 },
        selected: {
          '&$root': {
            borderLeft: 'none',
            backgroundColor: colours.navigationHover,
            color: '#ffffff',
          },
          '& $iconContainer': { marginLeft: 0 },
          '& $closedItemIcon': { paddingRight: 0 },
        },
      },
    },
    BackstageTableHeader: {
      styleOverrides: {
        header: {
          padding: '10px 16px',
          borderTop: hairline,
          borderBottom: hairline,
          color: colours.secondaryText,
          fontWeight: 450,
          lineHeight: 1.4,
          fontSize: 12,
          textTransform: 'none',
          position: 'static',
          wordBreak: 'normal',
        },
      },
    },
    BackstageTableToolbar: {
      styleOverrides: {
        root: { padding: '12px 16px' },
        title: { '& > h6': { fontWeight: 650 } },
      },
    },
    BackstageSelectInputBase: {
      styleOverrides: {
        input: {
          border: hairline,
          borderRadius: CONTROL_RADIUS,
          fontSize: '0.875rem',
        },
      },
    },
    BackstageInfoCard: {
      styleOverrides: { header: { padding: '16px 20px 8px' } },
    },
    CatalogReactUserListPicker: {
      styleOverrides: {
        root: { backgroundColor: 'transparent', border: 'none', margin: 0 },
        title: {
          textTransform: 'none',
          color: colours.secondaryText,
          fontWeight: 450,
          marginLeft: 0,
        },
        groupWrapper: { margin: '8px 0 12px' },
      },
    },
    MuiAlert: {
      styleOverrides: {
        standardError: { backgroundColor: alpha(colours.error, 0.12) },
      },
    },
  };
}
