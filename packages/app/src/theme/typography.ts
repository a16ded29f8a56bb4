const FONT_FAMILY =
  "'Inter Variable', system-ui, 'Segoe UI', Roboto, sans-serif";
const HEADING = { fontFamily: FONT_FAMILY, fontWeight: 650, marginBottom: 0 };

/** Sizes are in CSS pixels; `body2`, at 13.5, is the text of cards and tables. */
export const typography = {
  htmlFontSize: 16,
  fontFamily: FONT_FAMILY,
  fontSize: 13.5,
  h1: { ...HEADING, fontSize: 28 },
  h2: { ...HEADING, fontSize: 23 },
  h3: { ...HEADING, fontSize: 20 },
  h4: { ...HEADING, fontSize: 18 },
  h5: { ...HEADING, fontSize: 16 },
  h6: { ...HEADING, fontSize: 14.5 },
};
