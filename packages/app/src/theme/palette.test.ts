import { getContrastRatio } from '@mui/material/styles';
import { createBuiTokens } from './buiTokens';
import { Colours, createPalette, darkColours, lightColours } from './palette';

const READABLE = 4.5;

describe.each([
  ['light', lightColours],
  ['dark', darkColours],
] as [string, Colours][])('the %s theme', (_, colours) => {
  it.each([
    'text',
    'secondaryText',
    'primary',
    'ok',
    'warning',
    'error',
    'running',
  ] as const)('has %s readable on every surface', name => {
    for (const surface of ['background', 'paper', 'sunken'] as const) {
      expect(
        getContrastRatio(colours[name], colours[surface]),
      ).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it('has a readable sidebar and readable buttons', () => {
    for (const [text, surface] of [
      [colours.navigationText, colours.navigation],
      ['#ffffff', colours.navigationHover],
      [colours.onPrimary, colours.primary],
      [colours.onPrimary, colours.primaryHover],
    ]) {
      expect(getContrastRatio(text, surface)).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it('gives Material UI and Backstage UI the same colours', () => {
    const palette = createPalette(colours);
    expect(createBuiTokens(colours)).toMatchObject({
      '--bui-bg-app': palette.background.default,
      '--bui-bg-neutral-1': palette.background.paper,
      '--bui-fg-primary': palette.text.primary,
      '--bui-fg-secondary': palette.text.secondary,
      '--bui-border-1': palette.divider,
      '--bui-accent-bg': palette.primary.main,
      '--bui-fg-negative': palette.status.error,
    });
  });
});
