import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useTheme } from '@mui/material/styles';

/** Gives documentation the typeface of the portal, and keeps its long tables of contents below the head of the page. */
export function ReaderStyle() {
  const root = useShadowRoot();
  const { fontFamily } = useTheme().typography;

  useEffect(() => {
    if (!root) {
      return undefined;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      body { --md-text-font: ${fontFamily}; }
      /* Between top and bottom, whatever its content; Chromium aligns what is positioned, too. */
      .md-sidebar { align-self: stretch; }
      .md-typeset table:not([class]) code { overflow-wrap: anywhere; }
    `);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
        other => other !== sheet,
      );
    };
  }, [root, fontFamily]);

  return null;
}
