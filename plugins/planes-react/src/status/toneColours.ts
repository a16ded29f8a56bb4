import {
  darken,
  decomposeColor,
  getContrastRatio,
  hslToRgb,
  lighten,
  Theme,
} from '@mui/material/styles';
import { StatusTone } from './StatusInfo';

const MIN_CONTRAST = 4.5;
const TINT_LIGHT = 0.1;
const TINT_DARK = 0.16;
const STEPS = 20;

/**
 * What a theme has for a tone.
 *
 * @public
 */
export interface ToneColours {
  /** For text and icons; at least 4.5 : 1 on `tint` and on paper. */
  text: string;
  /** For the surface behind the text; opaque, so that it is the same on paper and on the page. */
  tint: string;
}

// A list asks for them with every row.
const coloursByTheme = new WeakMap<
  Theme,
  Partial<Record<StatusTone, ToneColours>>
>();

function channels(colour: string): number[] {
  const { type, values } = decomposeColor(colour);
  const rgb = type.startsWith('hsl')
    ? decomposeColor(hslToRgb(colour)).values
    : values;
  return rgb.slice(0, 3);
}

function blend(paper: string, colour: string, opacity: number): string {
  const below = channels(paper);
  const mixed = channels(colour).map((value, index) =>
    Math.round(value * opacity + below[index] * (1 - opacity)),
  );
  return `rgb(${mixed.join(', ')})`;
}

/**
 * The colours of a tone, from the theme's `palette.status`.
 *
 * @remarks
 * Status colours are often chosen for dots and bars. Where one is too faint for text, it is darkened (or, in a dark
 * theme, lightened) just enough.
 *
 * @public
 */
export function toneColours(theme: Theme, tone: StatusTone): ToneColours {
  const known = coloursByTheme.get(theme) ?? {};
  coloursByTheme.set(theme, known);
  return (known[tone] ??= computeColours(theme, tone));
}

function computeColours(theme: Theme, tone: StatusTone): ToneColours {
  const colour = theme.palette.status[tone];
  const dark = theme.palette.mode === 'dark';
  const opacity = dark ? TINT_DARK : TINT_LIGHT;
  const tint = blend(theme.palette.background.paper, colour, opacity);
  let text = colour;
  for (
    let step = 1;
    step <= STEPS && getContrastRatio(text, tint) < MIN_CONTRAST;
    step++
  ) {
    text = dark ? lighten(colour, step / STEPS) : darken(colour, step / STEPS);
  }
  return { text, tint };
}
