import { Theme } from '@mui/material/styles';
import {
  StatusTone,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { CSSProperties } from 'react';
import { AnsiColour, AnsiSpan } from './parseAnsi';

/** Colours that say something have the theme's colour for it, which can be read on its paper; the rest is text. */
const TONES: Partial<Record<AnsiColour, StatusTone>> = {
  red: 'error',
  green: 'ok',
  yellow: 'warning',
  blue: 'running',
  magenta: 'running',
  cyan: 'running',
};

/** How a span of a log looks in a theme. */
export function ansiStyle(theme: Theme, span: AnsiSpan): CSSProperties {
  const tone = span.colour && TONES[span.colour];
  const faint = span.faint || span.colour === 'black';
  return {
    ...(tone && { color: toneColours(theme, tone).text }),
    ...(!tone && faint && { color: theme.palette.text.secondary }),
    ...(span.bold && { fontWeight: theme.typography.fontWeightBold }),
    ...(span.italic && { fontStyle: 'italic' }),
    ...(span.underline && { textDecoration: 'underline' }),
  };
}
