import { UnifiedThemeOptions } from '@backstage/theme';
import { alpha } from '@mui/material/styles';
import { Colours } from './palette';

const CARD_RADIUS = 10;
const CONTROL_RADIUS = 8;

/** What differs from Backstage's own component styles: hairlines instead of shadows, and quiet tables. */
export function createComponentStyles(
  colours: Colours,
): UnifiedThemeOptions['components'] {
  const hairline = `1px solid ${colours.border}`;
  const bordered = { boxShadow: 'none', border: hairline };
  return {
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'unset' },
        rounded: { borderRadius: CARD_RADIUS },
        elevation1: bordered,
        elevation2: bordered,
        elevation4: bordered,
        elevation8: bordered,
        elevation24: bordered,
      },
    },
    MuiCard: {
      styleOverrides: { root: { display: 'flex', flexDirection: 'column' } },
    },
    MuiCardHeader: { styleOverrides: { root: { padding: '16px 20px 8px' } } },
    MuiCardContent: {
      styleOverrides: { root: { flexGrow: 1, padding: '12px 20px 16px' } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          textTransform: 'none',
          borderRadius: CONTROL_RADIUS,
          fontWeight: 550,
        },
        outlined: {
          borderColor: colours.border,
          color: colours.text,
          backgroundColor: colours.paper,
        },
      },
    },
    MuiIconButton: {
      styleOverrides: { root: { color: colours.secondaryText } },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          borderRadius: CONTROL_RADIUS,
          backgroundColor: colours.paper,
        },
        notchedOutline: { borderColor: colours.border },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          fontWeight: 500,
          margin: '0 4px 4px 0',
          backgroundColor: colours.sunken,
          color: colours.secondaryText,
        },
        outlined: {
          backgroundColor: 'transparent',
          borderColor: colours.border,
        },
        label: { fontSize: 12 },
        labelSmall: { fontSize: 11.5, paddingLeft: 7, paddingRight: 7 },
        sizeSmall: { height: 21 },
      },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: {
          fontSize: 12,
          fontWeight: 450,
          backgroundColor: colours.mode === 'light' ? colours.text : '#2f3741',
          color: '#ffffff',
        },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
        head: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
        hover: { '&:hover': { backgroundColor: colours.sunken } },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          borderBottom: hairline,
          padding: '11px 16px',
          lineHeight: 1.4,
          wordBreak: 'normal',
          overflowWrap: 'break-word',
        },
        sizeSmall: { padding: '8px 16px' },
        head: {
          color: colours.secondaryText,
          fontSize: 12,
          fontWeight: 450,
          lineHeight: 1.4,
        },
      },
    },
    MuiInputBase: { styleOverrides: { root: { fontSize: '0.875rem' } } },
    MuiToolbar: {
      styleOverrides: { root: { flexWrap: 'wrap', columnGap: 16 } },
    },
    // The pages' buttons stay at the end of the row.
    MuiTablePagination: { styleOverrides: { toolbar: { flexWrap: 'nowrap' } } },
    MuiToggleButton: { styleOverrides: { root: { textTransform: 'none' } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTabs: { styleOverrides: { root: { minHeight: 24 } } },
    ...createBackstageStyles(colours, hairline),
  };
}

function createBackstageStyles(
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
