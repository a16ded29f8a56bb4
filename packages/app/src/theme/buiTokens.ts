import { alpha } from '@mui/material/styles';
import { Colours } from './palette';
import { typography } from './typography';

const TINT_OPACITY = 0.12;

/** The CSS variables that give Backstage UI the colours, the type and the radii of the theme. */
export function createBuiTokens(colours: Colours): Record<string, string> {
  return {
    '--bui-font-regular': typography.fontFamily,
    '--bui-font-size-2': '0.75rem',
    '--bui-font-size-3': '0.844rem',
    '--bui-font-size-5': '0.938rem',
    '--bui-font-size-6': '1.438rem',
    '--bui-radius-3': '0.625rem',

    '--bui-ring': colours.primary,
    '--bui-bg-app': colours.background,
    '--bui-bg-neutral-1': colours.paper,
    '--bui-bg-neutral-2': colours.sunken,
    '--bui-bg-neutral-3': colours.paper,
    '--bui-bg-neutral-4': colours.sunken,

    '--bui-fg-primary': colours.text,
    '--bui-fg-secondary': colours.secondaryText,
    '--bui-fg-positive': colours.ok,
    '--bui-fg-warning': colours.warning,
    '--bui-fg-negative': colours.error,
    '--bui-fg-announcement': colours.running,

    '--bui-border-1': colours.border,
    '--bui-border-2': colours.border,

    ...buttonTokens(colours),
    '--bui-accent-bg': colours.primary,
    '--bui-accent-bg-hover': colours.primaryHover,
    '--bui-accent-fg': colours.onPrimary,

    ...subdued('announcement', colours.running),
    ...subdued('positive', colours.ok),
    ...subdued('warning', colours.warning),
    ...subdued('negative', colours.error),
  };
}

/** The buttons of Backstage UI 0.18 still read the predecessors of the accent tokens. */
function buttonTokens(colours: Colours): Record<string, string> {
  const solid = (ground: 'bg' | 'fg') => `--bui-${ground}-solid`;
  return {
    [solid('bg')]: colours.primary,
    [`${solid('bg')}-hover`]: colours.primaryHover,
    [`${solid('bg')}-pressed`]: colours.primaryHover,
    [solid('fg')]: colours.onPrimary,
  };
}

function subdued(name: string, colour: string): Record<string, string> {
  return {
    [`--bui-${name}-bg-subdued`]: alpha(colour, TINT_OPACITY),
    [`--bui-${name}-fg-subdued`]: colour,
    [`--bui-${name}-border`]: alpha(colour, 2 * TINT_OPACITY),
  };
}
