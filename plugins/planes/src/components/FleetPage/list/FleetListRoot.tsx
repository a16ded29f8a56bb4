import { styled } from '@mui/material/styles';

/**
 * The frame of the list of planes, with the looks of all that is in it: a list of a thousand planes cannot afford a
 * styled component in every cell.
 */
export const FleetListRoot = styled('div')(({ theme }) => {
  const { palette, spacing, typography, shape } = theme;
  const cardRadius = `calc(2 * ${shape.borderRadius}px)`;
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
    '& section, & .row, & .tiles, & .pending, & .table': {
      position: 'absolute',
      left: 0,
      right: 0,
    },
    '& h3': { ...typography.h6, margin: 0, padding: spacing(2, 0, 1) },
    '& h3 .total, & .caption': {
      color: palette.text.secondary,
      fontWeight: typography.fontWeightRegular,
    },
    '& .caption': {
      ...typography.caption,
      margin: 0,
      overflowWrap: 'anywhere',
    },
    '& .icon': { flexShrink: 0, color: palette.text.secondary },
    '& .link': {
      color: palette.text.primary,
      fontWeight: typography.fontWeightMedium,
      textDecoration: 'none',
      '&:hover, &:focus-visible': { textDecoration: 'underline' },
    },
    '& .table': {
      bottom: 0,
      border: line,
      borderRadius: cardRadius,
      backgroundColor: palette.background.paper,
    },
    '& .row, & .columns': {
      display: 'grid',
      alignItems: 'center',
      columnGap: spacing(2),
      padding: spacing(1, 2),
    },
    '& .row': { minHeight: spacing(5) },
    '& .row + .row': { borderTop: line },
    '& .row:hover': { backgroundColor: palette.action.hover },
    '& .columns': {
      ...typography.caption,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      borderBottom: line,
      borderRadius: cardRadius,
      borderBottomLeftRadius: 0,
      borderBottomRightRadius: 0,
      backgroundColor: palette.background.paper,
      color: palette.text.secondary,
    },
    '& .cell': { minWidth: 0, color: palette.text.secondary, ...cut },
    '& .cell code': { fontFamily: 'monospace' },
    '& .cell.name': {
      display: 'flex',
      alignItems: 'center',
      gap: spacing(1),
      '& > *': { flexShrink: 0 },
      '& > a': { ...cut, flexShrink: 1 },
      // Gives way before the name does.
      '& > span': { ...cut, flexShrink: 1000, minWidth: spacing(9) },
    },
    '& .cell.state': { textAlign: 'right' },
    '& .tiles': {
      display: 'grid',
      gap: spacing(2),
      margin: 0,
      padding: spacing(0, 0, 2),
      listStyle: 'none',
    },
    '& .tile': {
      display: 'flex',
      flexDirection: 'column',
      gap: spacing(1.25),
      minWidth: 0,
      padding: spacing(2),
      border: line,
      borderRadius: cardRadius,
      backgroundColor: palette.background.paper,
    },
    '& .head': {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      columnGap: spacing(1),
      alignItems: 'start',
      '& .caption': { gridColumn: '2 / -1' },
    },
    '& h4': { ...typography.subtitle2, margin: 0, overflowWrap: 'anywhere' },
    '& .reason': { margin: 0, overflowWrap: 'anywhere' },
    '& .foot': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: spacing(0.75),
      marginTop: 'auto',
      '& > :last-child': { marginLeft: 'auto' },
    },
    '& .tag': {
      ...typography.caption,
      padding: spacing(0, 0.75),
      border: line,
      borderRadius: shape.borderRadius,
      color: palette.text.secondary,
      overflowWrap: 'anywhere',
    },
  };
});
