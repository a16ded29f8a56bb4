import { styled } from '@mui/material/styles';

/**
 * The frame of the list of runs, with the looks of all that is in it: a list of thousands of runs cannot afford a styled
 * component in every cell.
 */
export const RunListRoot = styled('div')(({ theme }) => {
  const { palette, spacing, typography, shape } = theme;
  const line = `1px solid ${palette.divider}`;
  const cut = {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  } as const;
  return {
    ...typography.body2,
    position: 'relative',
    fontVariantNumeric: 'tabular-nums',
    border: line,
    borderRadius: `calc(2 * ${shape.borderRadius}px)`,
    backgroundColor: palette.background.paper,
    // The frame's border lies outside of its lines.
    boxSizing: 'content-box',
    '& p': { margin: 0 },
    '& .row': {
      position: 'absolute',
      left: 0,
      right: 0,
      display: 'grid',
      alignItems: 'center',
      gap: spacing(0.5, 2),
      minHeight: spacing(6),
      boxSizing: 'border-box',
      padding: spacing(1, 2),
    },
    '& .row + .row': { borderTop: line },
    '& .row:hover': { backgroundColor: palette.action.hover },
    '& .gone': { opacity: palette.action.disabledOpacity },
    '& .cell': { minWidth: 0, color: palette.text.secondary },
    '& .line, & .caption': { ...cut },
    '& .line': { display: 'flex', alignItems: 'center', gap: spacing(0.75) },
    '& .line > *': { flexShrink: 0 },
    '& .line > a, & .line > span, & .line > code': { ...cut, flexShrink: 1 },
    '& .caption': typography.caption,
    // Below everything but the status.
    '& .reason': {
      gridColumn: '1 / -1',
      overflowWrap: 'anywhere',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
      overflow: 'hidden',
    },
    '& .status ~ .reason': { gridColumn: '2 / -1' },
    '& .link': {
      color: palette.text.primary,
      fontWeight: typography.fontWeightMedium,
      textDecoration: 'none',
    },
    '& .row:hover a.link, & a.link:focus-visible': {
      textDecoration: 'underline',
    },
    // The link covers its row, so that one can click anywhere; other links lie above it.
    '& a.link::after': { content: '""', position: 'absolute', inset: 0 },
    '& a.link:focus-visible': {
      outline: 'none',
      '&::after': {
        outline: `2px solid ${palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    '& .above:focus-visible': { outlineOffset: -2 },
    '& .above': { color: palette.text.primary, textDecoration: 'none' },
    '& .above, & time': { position: 'relative', zIndex: 1 },
    '& .above:hover, & .above:focus-visible': { textDecoration: 'underline' },
    '& .duration': {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      color: palette.text.primary,
    },
    '& .foot': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: spacing(0.5, 1.5),
      paddingTop: spacing(0.5),
    },
  };
});
