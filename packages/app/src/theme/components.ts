import { UnifiedThemeOptions } from '@backstage/theme';
import { createBackstageComponentStyles } from './backstageComponents';
import { Colours } from './palette';
import { CARD_RADIUS, CONTROL_RADIUS } from './radii';

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
    ...createBackstageComponentStyles(colours, hairline),
  };
}
