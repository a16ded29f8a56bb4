import { alpha, styled } from '@mui/material/styles';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { AXIS_HEIGHT, HEADER_HEIGHT, MINIMAP_HEIGHT } from './layout';
import { BAR_TONES } from './words/barTone';

/**
 * The frame of a timeline.
 *
 * @remarks
 * What is inside are plain elements with classes: there are hundreds of them in sight, and they come and go while one scrolls.
 */
export const TimelineRoot = styled('div')(({ theme }) => {
  const { palette, typography, transitions } = theme;
  const hairline = `1px solid ${palette.divider}`;
  const selected = alpha(palette.primary.main, 0.1);
  return {
    ...typography.body2,
    position: 'relative',
    fontVariantNumeric: 'tabular-nums',
    borderTop: hairline,
    '& .scroller': {
      position: 'relative',
      overflowX: 'hidden',
      overflowY: 'auto',
      overscrollBehaviorX: 'contain',
      maxHeight: 'max(320px, min(68vh, 900px))',
    },
    '& .header': {
      position: 'sticky',
      top: 0,
      zIndex: 3,
      height: HEADER_HEIGHT,
      display: 'flex',
      backgroundColor: palette.background.paper,
      borderBottom: hairline,
    },
    '& .corner': {
      flexShrink: 0,
      display: 'flex',
      alignItems: 'flex-end',
      gap: 4,
      padding: '0 8px 4px 16px',
      borderRight: hairline,
      minWidth: 0,
      overflow: 'hidden',
      color: palette.text.secondary,
      '& .count': {
        ...typography.caption,
        flex: 1,
        lineHeight: '28px',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      },
    },
    '& .times': { position: 'relative', flex: 1, minWidth: 0, paddingTop: 3 },
    '& canvas': { display: 'block' },
    '& .minimap': {
      position: 'relative',
      height: MINIMAP_HEIGHT,
      touchAction: 'none',
      '& .window': {
        position: 'absolute',
        top: 0,
        left: 0,
        height: '100%',
        pointerEvents: 'none',
        border: `1.5px solid ${palette.primary.main}`,
        borderRadius: 4,
        backgroundColor: alpha(palette.primary.main, 0.07),
      },
    },
    '& .axis': {
      height: AXIS_HEIGHT,
      cursor: 'crosshair',
      touchAction: 'none',
    },
    '& .body': { position: 'relative', minHeight: 64 },
    '& .body > canvas': {
      position: 'absolute',
      zIndex: 1,
      pointerEvents: 'none',
    },
    '& .range': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      zIndex: 2,
      pointerEvents: 'none',
      backgroundColor: alpha(palette.primary.main, 0.12),
      borderInline: `1px solid ${palette.primary.main}`,
      color: palette.primary.main,
      '& .length': {
        ...typography.caption,
        position: 'sticky',
        top: HEADER_HEIGHT + 4,
        display: 'block',
        width: 'fit-content',
        margin: '4px auto',
        padding: '0 6px',
        borderRadius: 4,
        whiteSpace: 'nowrap',
        backgroundColor: palette.background.paper,
      },
    },
    '& .rows': { position: 'absolute', inset: 0 },
    '& .row': {
      position: 'absolute',
      left: 0,
      right: 0,
      boxSizing: 'border-box',
      borderBottom: hairline,
      cursor: 'default',
      touchAction: 'pan-y',
      // To drag moves the time, and selects no names.
      userSelect: 'none',
      outline: 'none',
      '&:hover': { backgroundColor: palette.action.hover },
      '&.selected': { backgroundColor: selected },
      '&:focus-visible': {
        outline: `2px solid ${palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    '& .dragging, & .dragging .row': { cursor: 'grabbing' },
    '& .name': {
      boxSizing: 'border-box',
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      minWidth: 0,
      paddingRight: 8,
      '& svg': { flexShrink: 0 },
    },
    '&.beside .name': { height: '100%', borderRight: hairline },
    '&.below .name': { height: 26, paddingTop: 4 },
    '& .toggle': {
      flexShrink: 0,
      width: 18,
      height: 24,
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      color: palette.text.secondary,
      '& svg': {
        transition: transitions.create('transform', { duration: 120 }),
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
    },
    '& [aria-expanded="false"] .toggle svg': { transform: 'rotate(-90deg)' },
    '& .icon': { display: 'inline-flex' },
    ...Object.fromEntries(
      BAR_TONES.map(tone => [
        `& .icon.${tone}`,
        { color: toneColours(theme, tone).text },
      ]),
    ),
    '& .label': {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& .group .label': { fontWeight: typography.fontWeightMedium },
    '& .ghost .label, & .context .label': { color: palette.text.secondary },
    // For those who cannot see the bars.
    '& .words': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
    '& .more': {
      ...typography.caption,
      flexShrink: 0,
      color: palette.text.secondary,
    },
    '& .splitter': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      zIndex: 4,
      width: 9,
      marginLeft: -5,
      cursor: 'col-resize',
      touchAction: 'none',
      '&:hover, &:focus-within': {
        background: `linear-gradient(90deg, transparent 3px, ${palette.primary.main} 3px, ${palette.primary.main} 5px, transparent 5px)`,
      },
    },
    '& .nothing': {
      padding: theme.spacing(3, 2),
      color: palette.text.secondary,
    },
  };
});
