import { PageTheme } from '@backstage/theme';
import { Colours } from './palette';

/** One calm page header for every kind of page: no gradient, no shape. */
export function createPageTheme(colours: Colours): Record<string, PageTheme> {
  return {
    home: {
      colors: [colours.background, colours.background],
      shape: 'none',
      backgroundImage: 'none',
      fontColor: colours.text,
    },
  };
}
