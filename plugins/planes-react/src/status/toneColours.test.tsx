import { themes, UnifiedThemeProvider } from '@backstage/theme';
import { getContrastRatio, Theme, useTheme } from '@mui/material/styles';
import { renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { StatusTone } from './StatusInfo';
import { toneColours } from './toneColours';

const TONES: StatusTone[] = [
  'ok',
  'warning',
  'error',
  'running',
  'pending',
  'aborted',
];

function v5(name: 'light' | 'dark'): Theme {
  const { result } = renderHook(() => useTheme(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <UnifiedThemeProvider theme={themes[name]}>
        {children}
      </UnifiedThemeProvider>
    ),
  });
  return result.current;
}

function withOk(ok: string): Theme {
  const theme = v5('light');
  const { palette } = theme;
  return {
    ...theme,
    palette: { ...palette, status: { ...palette.status, ok } },
  };
}

describe('toneColours', () => {
  it.each(TONES)(
    'gives the tone %s a readable colour in the themes of Backstage',
    tone => {
      for (const theme of [v5('light'), v5('dark')]) {
        const { text, tint } = toneColours(theme, tone);
        for (const surface of [tint, theme.palette.background.paper]) {
          expect(getContrastRatio(text, surface)).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it('leaves a colour that is readable as it is', () => {
    expect(toneColours(withOk('#0b5c33'), 'ok').text).toBe('#0b5c33');
  });

  it('takes colours in any notation', () => {
    const { text, tint } = toneColours(withOk('hsl(149, 66%, 30%)'), 'ok');
    expect(getContrastRatio(text, '#fff')).toBeGreaterThanOrEqual(4.5);
    expect(tint).toBe('rgb(232, 242, 237)');
  });
});
