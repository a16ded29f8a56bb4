import { alpha, Theme } from '@mui/material/styles';
import {
  StatusTone,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { BAR_TONES } from '../words/barTone';

const BAR_OPACITY = 0.88;
const LINE_OPACITY = 0.36;
const FAINT_OPACITY = 0.16;

/** What a bar is drawn with. */
export interface BarColours {
  readonly bar: string;
  readonly line: string;
  readonly faint: string;
  readonly text: string;
}

/** What a theme has for the canvas, which cannot read style sheets. */
export interface PaintColours {
  readonly tones: ReadonlyMap<StatusTone, BarColours>;
  readonly paper: string;
  readonly text: string;
  readonly secondaryText: string;
  readonly grid: string;
  readonly primary: string;
  readonly fontFamily: string;
}

const byTheme = new WeakMap<Theme, PaintColours>();

function read(theme: Theme): PaintColours {
  const { palette, typography } = theme;
  return {
    tones: new Map(
      BAR_TONES.map(tone => {
        const { text } = toneColours(theme, tone);
        return [
          tone,
          {
            bar: alpha(text, BAR_OPACITY),
            line: alpha(text, LINE_OPACITY),
            faint: alpha(text, FAINT_OPACITY),
            text,
          },
        ];
      }),
    ),
    paper: palette.background.paper,
    text: palette.text.primary,
    secondaryText: palette.text.secondary,
    grid: palette.divider,
    primary: palette.primary.main,
    fontFamily: typography.fontFamily ?? 'sans-serif',
  };
}

/** The colours of a theme, read once. */
export function paintColours(theme: Theme): PaintColours {
  const colours = byTheme.get(theme) ?? read(theme);
  byTheme.set(theme, colours);
  return colours;
}

/** The colours of a tone; every tone has some. */
export function barColours(
  colours: PaintColours,
  tone: StatusTone,
): BarColours {
  const { text, secondaryText } = colours;
  return (
    colours.tones.get(tone) ?? {
      bar: secondaryText,
      line: secondaryText,
      faint: secondaryText,
      text,
    }
  );
}
