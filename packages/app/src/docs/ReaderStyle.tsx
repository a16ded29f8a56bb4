import { useEffect } from 'react';
import {
  useShadowRoot,
  useShadowRootElements,
} from '@backstage/plugin-techdocs-react';
import { type Theme, useTheme } from '@mui/material/styles';

/** Gives documentation the type of the portal, and keeps long tables of contents below the head of the page. */
export function ReaderStyle() {
  const root = useShadowRoot();
  const theme = useTheme();

  const tables = useShadowRootElements<HTMLTableElement>(['.md-typeset table']);
  useEffect(() => {
    // Wide ones scroll, with the keyboard as well.
    for (const table of tables) {
      table.tabIndex = 0;
    }
  }, [tables]);

  useEffect(() => {
    if (!root) {
      return undefined;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(readerCss(theme));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
        other => other !== sheet,
      );
    };
  }, [root, theme]);

  return null;
}

function readerCss({ palette, typography }: Theme): string {
  return `
    body {
      --md-text-font: ${typography.fontFamily};
      --md-typeset-font-size: 0.9375rem;
    }
    .md-typeset h1 { font-size: ${typography.h2.fontSize}px; }
    .md-typeset h2 { font-size: ${typography.h4.fontSize}px; margin: 2em 0 0.6em; }
    .md-typeset h3 { font-size: ${typography.h5.fontSize}px; margin: 1.6em 0 0.5em; }
    .md-typeset p a, .md-typeset li a, .md-typeset td a { text-decoration: underline; }
    .md-typeset pre > code { white-space: pre-wrap; overflow-wrap: anywhere; }
    .md-typeset table:not([class]) { font-size: 0.875em; }
    .md-typeset table:not([class]) :is(th, td) { min-width: 0; padding: 0.6em 0.9em; }
    .md-typeset td:not(:first-child) code { overflow-wrap: anywhere; }
    .md-typeset img { border: 1px solid ${palette.divider}; border-radius: 8px; }
    /* Between top and bottom, whatever its content: Chromium aligns what is positioned, too. */
    .md-sidebar { align-self: stretch; }
  `;
}
