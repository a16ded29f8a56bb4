import { alpha } from '@mui/material/styles';
import { Colours } from './palette';
import { typography } from './typography';

/** Styles of the document itself, and the CSS variables of Backstage UI. */
export function createGlobalStyles(
  colours: Colours,
  buiTokens: Record<string, string>,
) {
  return {
    html: { height: '100%', colorScheme: colours.mode },
    // The variables go on the body: it carries Backstage UI's own, and nearer declarations win.
    body: {
      ...buiTokens,
      minHeight: '100%',
      backgroundColor: colours.background,
      color: colours.text,
      fontFamily: typography.fontFamily,
      fontSize: typography.fontSize,
      lineHeight: 1.45,
      WebkitFontSmoothing: 'antialiased',
    },
    mark: {
      backgroundColor: alpha(colours.primary, 0.2),
      color: colours.text,
    },
    time: { fontVariantNumeric: 'tabular-nums' },
    // Backstage UI's cards are told from the page by their shade alone.
    '.bui-Card': { border: `1px solid ${colours.border}` },
    '.bui-CardHeader': { padding: '16px 20px 8px' },
    '.bui-CardBody': { padding: '16px 20px' },
    '.bui-CardHeader + .bui-CardBody': { paddingTop: 4 },
    a: { color: 'inherit', textDecoration: 'none' },
    ':focus-visible': {
      outline: `2px solid ${colours.primary}`,
      outlineOffset: 2,
    },
    '@media (prefers-reduced-motion: reduce)': {
      '*, *::before, *::after': {
        animationDuration: '1ms !important',
        animationIterationCount: '1 !important',
        transitionDuration: '1ms !important',
      },
    },
  };
}
