import { themes } from '@backstage/theme';
import { createTheme, getContrastRatio } from '@mui/material/styles';
import { StatusTone } from './planeStateInfo';
import { toneColours } from './toneColours';

const TONES: StatusTone[] = [
  'ok',
  'warning',
  'error',
  'running',
  'pending',
  'aborted',
];

function v5(theme: 'light' | 'dark') {
  return createTheme({ ...themes[theme].getTheme('v5') });
}

describe('toneColours', () => {
  it.each(TONES)(
    'gives the tone %s a readable colour in the themes of Backstage',
    tone => {
      for (const theme of [v5('light'), v5('dark')]) {
        const { text } = toneColours(theme, tone);
        const paper = theme.palette.background.paper;
        expect(getContrastRatio(text, paper)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('leaves a colour that is readable as it is', () => {
    const theme = v5('light');
    theme.palette.status = { ...theme.palette.status, ok: '#0b5c33' };
    expect(toneColours(theme, 'ok').text).toBe('#0b5c33');
  });

  it('takes colours in any notation', () => {
    const theme = v5('light');
    theme.palette.status = {
      ...theme.palette.status,
      ok: 'hsl(149, 66%, 30%)',
    };
    const { text, tint } = toneColours(theme, 'ok');
    expect(getContrastRatio(text, '#fff')).toBeGreaterThanOrEqual(4.5);
    expect(tint).toBe('hsla(149, 66%, 30%, 0.1)');
  });
});
